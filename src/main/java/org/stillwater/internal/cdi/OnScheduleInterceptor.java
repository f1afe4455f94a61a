package org.stillwater.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/** Bound to methods with {@code @Schedule}. */
@Interceptor
@Priority(101)
public class OnScheduleInterceptor extends TimerInterceptor {
    private static final long serialVersionUID = 1L;
}
