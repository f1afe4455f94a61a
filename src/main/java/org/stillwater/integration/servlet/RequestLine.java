package org.stillwater.integration.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** How an operator sees a request. Without the query, which may hold what people typed. */
record RequestLine(String method, String path) {
    static RequestLine of(HttpServletRequest request) {
        return new RequestLine(request.getMethod(), request.getRequestURI());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
