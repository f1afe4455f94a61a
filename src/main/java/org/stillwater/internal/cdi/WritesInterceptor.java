package org.stillwater.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Asks the gate before a {@link Writes} method is called. Also for EJB timer callbacks, for which {@code @AroundInvoke}
 * never runs.
 *
 * <p>The priority lies below 200, so it runs outside the interceptor of {@code @Transactional}: the commit is inside.
 * It cannot run outside an EJB's container transaction, so there the permit ends with the transaction.
 */
@Writes
@Interceptor
@Priority(100)
public class WritesInterceptor implements Serializable {
    private static final long serialVersionUID = 1L;

    /** An interceptor belongs to one bean, which often has its calls in a row. Races do no harm: it is looked at first. */
    private transient @Nullable GuardedMethod last;

    /** For CDI. */
    public WritesInterceptor() {}

    /** Calls the method, or refuses, or skips. */
    @AroundInvoke
    @AroundTimeout
    public @Nullable Object admit(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        if (method.getDeclaringClass() == SelfCheckProbe.class) {
            return Boolean.TRUE;
        }
        GuardedMethod guarded = guarded(method, call.getTarget());
        WhenReadOnly policy = guarded.policy();
        if (policy == WhenReadOnly.ALLOW) {
            return call.proceed();
        }
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        Admission admission = runtime.admission().enter(guarded);
        if (admission == null) {
            if (policy == WhenReadOnly.SKIP) {
                return EmptyValues.of(method.getReturnType());
            }
            try {
                admission = RefusedCall.await(call, runtime, guarded);
            } catch (ReadOnlyModeException refusal) {
                return RefusedCall.end(call, runtime, refusal);
            }
        }
        return proceed(call, guarded, admission);
    }

    private GuardedMethod guarded(Method method, Object target) {
        GuardedMethod known = last;
        if (known == null || !known.is(method, target)) {
            known = GuardedMethod.of(method, target);
            last = known;
        }
        return known;
    }

    private static @Nullable Object proceed(InvocationContext call, GuardedMethod guarded, Admission admission)
            throws Exception {
        @Nullable Admission toClose = admission;
        try {
            Object result = call.proceed();
            if (guarded.mayBeAsynchronous() && result instanceof CompletionStage<?> stage) {
                Admission elsewhere = admission.leaveThread();
                toClose = elsewhere;
                stage.whenComplete((value, problem) -> elsewhere.close());
                toClose = null;
            }
            return result;
        } finally {
            if (toClose != null) {
                toClose.close();
            }
        }
    }
}
