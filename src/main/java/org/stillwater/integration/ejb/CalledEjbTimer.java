package org.stillwater.integration.ejb;

import jakarta.ejb.NoMoreTimeoutsException;
import jakarta.ejb.TimedObject;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.background.CalledTimer;

/** A timer of an Enterprise Bean whose callback runs on the calling thread. */
record CalledEjbTimer(Timer timer, Method callback) implements CalledTimer {
    private static final String SERVICE = "java:comp/TimerService";
    private static final String PAYARA = "com.sun.ejb.";

    @Override
    public @Nullable Instant next() {
        try {
            Date next = timer.getNextTimeout();
            return next == null || isTheOneThatHasCome(next) ? null : next.toInstant();
        } catch (NoMoreTimeoutsException e) {
            return null;
        }
    }

    /** Payara answers it if there is no other. Elsewhere a next time that is over is that of an interval that is late. */
    private boolean isTheOneThatHasCome(Date next) {
        return timer.getClass().getName().startsWith(PAYARA) && next.getTime() <= System.currentTimeMillis();
    }

    /** Only timers that code has created are not calendar timers, and those always call the timeout method. */
    @Override
    public boolean canComeAgain() {
        return callback.isAnnotationPresent(Timeout.class) || isEjbTimeout() || !timer.isCalendarTimer();
    }

    private boolean isEjbTimeout() {
        return TimedObject.class.isAssignableFrom(callback.getDeclaringClass())
                && callback.getName().equals("ejbTimeout");
    }

    @Override
    public Object comeAgain(Duration later) {
        return service()
                .createSingleActionTimer(later.toMillis(), new TimerConfig(timer.getInfo(), timer.isPersistent()));
    }

    @SuppressWarnings("BanJNDI") // a constant name in the bean's own namespace
    private static TimerService service() {
        try {
            return InitialContext.doLookup(SERVICE);
        } catch (NamingException e) {
            throw new IllegalStateException("There is no " + SERVICE, e);
        }
    }
}
