package org.stillwater.internal.cdi;

import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.background.OwnTransaction;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.runtime.RequestTally;

/**
 * Keeps EJB timers that are refused further in: by a {@link org.stillwater.Writes} method that their callback calls, or by a
 * guard. The server must not see that failure, or it drops the timer. So while writes are refused the callback runs in a
 * transaction of its own; if that fails because of a refusal, it is rolled back and the timer comes again.
 *
 * <p>Runs inside {@link WritesInterceptor}, which keeps the timers that it refuses. {@link TimerBindings} says to what it is
 * bound.
 */
public abstract class TimerInterceptor implements Serializable {
    private static final long serialVersionUID = 1L;

    /** For CDI. */
    protected TimerInterceptor() {}

    /** Calls the callback. */
    @AroundTimeout
    public @Nullable Object keep(InvocationContext call) throws Exception {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        if (!runtime.refusesWritesHere()) {
            return call.proceed();
        }
        RequestTally.begin("timer callback " + call.getMethod().getName(), dropped -> {});
        try {
            return keep(call, runtime);
        } finally {
            RequestTally.end();
        }
    }

    private static @Nullable Object keep(InvocationContext call, ReadOnlyRuntime runtime) throws Exception {
        OwnTransaction transactions = runtime.background().transactions();
        try {
            OwnTransaction.Outcome outcome = transactions.run(callback(call));
            if (outcome.rolledBack() && !holds(call, runtime)) {
                transactions.markForRollback();
            }
            return result(outcome.result());
        } catch (Exception e) {
            if (holds(call, runtime)) {
                return null;
            }
            throw e;
        }
    }

    private static boolean holds(InvocationContext call, ReadOnlyRuntime runtime) {
        return RequestTally.anyRefused() && runtime.background().timers().hold(call.getTimer(), call.getMethod());
    }

    /** An application exception ends the callback without ending its transaction in a rollback. */
    private static Callable<@Nullable Object> callback(InvocationContext call) {
        return () -> {
            try {
                return call.proceed();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                if (RequestTally.anyRefused()) {
                    throw e;
                }
                return new Thrown(e);
            }
        };
    }

    private static @Nullable Object result(@Nullable Object result) throws Exception {
        if (result instanceof Thrown thrown) {
            throw thrown.exception();
        }
        return result;
    }

    private record Thrown(Exception exception) {}
}
