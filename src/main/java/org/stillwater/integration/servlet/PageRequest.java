package org.stillwater.integration.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** A request for a whole page, made of one that was refused, whatever that was. */
final class PageRequest extends WithoutHeaders {
    PageRequest(HttpServletRequest refused) {
        super(refused, "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range");
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
