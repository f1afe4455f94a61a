package org.stillwater.internal.cdi;

import jakarta.annotation.Priority;
import jakarta.interceptor.Interceptor;

/** Bound to methods with {@code @Timeout}. */
@Interceptor
@Priority(101)
public class OnTimeoutInterceptor extends TimerInterceptor {
    private static final long serialVersionUID = 1L;
}
