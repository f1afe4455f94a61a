package org.stillwater.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/** Bound to methods with {@code several @Schedule}. */
@Interceptor
@Priority(101)
public class OnSchedulesInterceptor extends TimerInterceptor {
    private static final long serialVersionUID = 1L;
}
