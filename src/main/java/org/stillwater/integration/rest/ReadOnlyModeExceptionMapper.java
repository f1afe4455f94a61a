package org.stillwater.integration.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyModeException;

/** Answers a refused write with status 503. What comes wrapped is left to {@link WrappedRefusalFilter}. */
public final class ReadOnlyModeExceptionMapper implements ExceptionMapper<ReadOnlyModeException> {
    @Context
    private @Nullable HttpHeaders headers;

    /** For the runtime. */
    public ReadOnlyModeExceptionMapper() {}

    @Override
    public Response toResponse(ReadOnlyModeException refusal) {
        return headers == null
                ? RefusalEntity.response(null, List.of())
                : RefusalEntity.response(
                        headers.getRequestHeader(HttpHeaders.ACCEPT), headers.getAcceptableLanguages());
    }
}
