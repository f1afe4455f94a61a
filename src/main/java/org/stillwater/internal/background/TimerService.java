package org.stillwater.internal.background;

import java.lang.reflect.Method;

/** The timer service of the bean whose timer callback runs on the calling thread. */
public interface TimerService {
    /**
     * A timer as the server gave it to the callback.
     *
     * @param timer what {@code InvocationContext.getTimer()} answers
     * @param callback the method that it calls
     */
    CalledTimer of(Object timer, Method callback);
}
