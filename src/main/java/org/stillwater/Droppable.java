package org.stillwater;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a basic attribute of an entity whose changes may be dropped while the application is read-only: a counter of
 * views, the date of the last visit. A page that writes nothing else goes on working then.
 *
 * <pre>{@code
 * @Entity
 * public class Page {
 *     @Id Long id;
 *     String text;
 *     @Droppable long views;
 * }
 * }</pre>
 *
 * <p>When a persistence context is flushed while writes are refused, an entity whose only changes are to such attributes
 * is not written: there is no SQL, no new version and no callback, and the object keeps its value. The change is not made
 * up for when the window is lifted. It is counted, in {@code stillwater status} and in the header
 * {@code Read-Only-Dropped} of the response. An entity that has changed otherwise, too, is refused as a whole.
 *
 * <p>Stands where the mapping of the attribute stands: on the field, or on its getter. The setting
 * {@code stillwater.droppable} does the same without touching the class. It works with Hibernate; EclipseLink refuses such
 * changes like any other. SQL, JPQL updates and {@code StatelessSession} are never dropped but refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Droppable {}
