package org.stillwater.integration.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request goes to. */
final class Paths {
    private Paths() {}

    /** The path within the application, decoded and without query, whichever mapping has matched. */
    static String within(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
