package org.stillwater.benchmark;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Goes on with the call. */
@Empty
@Interceptor
@Priority(100)
public class EmptyInterceptor {
    /** Does nothing else. */
    @AroundInvoke
    public Object proceed(InvocationContext call) throws Exception {
        return call.proceed();
    }
}
