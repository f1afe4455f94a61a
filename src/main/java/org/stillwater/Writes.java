package org.stillwater;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a method, or every business method of a class, as one that writes. Works on EJBs, CDI beans, REST resources and
 * EJB timer callbacks; on a method it overrides the class.
 *
 * <pre>{@code
 * @Stateless
 * @Writes
 * public class Orders {
 *     public void place(Order order) { ... }          // refused in read-only mode
 *
 *     @Writes(WhenReadOnly.SKIP)
 *     public void countView(long orderId) { ... }     // left out in read-only mode
 *
 *     @Writes(WhenReadOnly.ALLOW)
 *     public Order find(long orderId) { ... }         // reads: runs in every mode
 * }
 * }</pre>
 *
 * <p>An admitted call holds a permit. Inside an active JTA transaction the permit ends when the transaction completes,
 * otherwise when the method returns (or the {@link java.util.concurrent.CompletionStage} that it returned completes).
 *
 * <p>An interceptor cannot see a call of a private, static or final method, nor a call within the same object
 * ({@code this.place(..)}). The deployment warns of the first three.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface Writes {
    /** What happens to a call while writes are refused. */
    @Nonbinding
    WhenReadOnly value() default WhenReadOnly.REFUSE;
}
