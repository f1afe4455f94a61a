package org.stillwater.integration.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Sees a request go asynchronous at once. Afterwards it would be too late: a request that was dispatched again from
 * within the same dispatch no longer says that it is asynchronous, and its permit would end between the two.
 */
final class AsyncWatch extends HttpServletRequestWrapper {
    private final RequestPermit permit;

    AsyncWatch(HttpServletRequest request, RequestPermit permit) {
        super(request);
        this.permit = permit;
    }

    @Override
    public AsyncContext startAsync() {
        return watched(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return watched(super.startAsync(request, response));
    }

    private AsyncContext watched(AsyncContext context) {
        permit.asynchronous();
        context.addListener(permit);
        return context;
    }
}
