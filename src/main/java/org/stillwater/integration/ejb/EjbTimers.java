package org.stillwater.integration.ejb;

import jakarta.ejb.Timer;
import java.lang.reflect.Method;
import org.stillwater.internal.background.CalledTimer;
import org.stillwater.internal.background.TimerService;

/** The timers of Enterprise Beans. */
public final class EjbTimers implements TimerService {
    /** For loading by name. */
    public EjbTimers() {}

    @Override
    public CalledTimer of(Object timer, Method callback) {
        return new CalledEjbTimer((Timer) timer, callback);
    }
}
