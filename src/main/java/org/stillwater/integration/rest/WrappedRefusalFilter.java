package org.stillwater.integration.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import org.stillwater.internal.runtime.RequestTally;

/**
 * Answers 503 in place of a 500 that came from a refused write. A refusal at commit arrives wrapped (in an
 * {@code EJBException}, a {@code RollbackException}, an exception of the application's own), and REST runtimes map
 * whatever nobody maps to a 500 of their own, with the exception's text in it.
 *
 * <p>A response filter and not a mapper: a mapper for exceptions that may wrap a refusal would stand between all others
 * of that type and the application's own handling, or the runtime's (RESTEasy answers {@code OPTIONS} by an exception).
 * An application that answers such a failure by any other status than 500 keeps its answer.
 */
public final class WrappedRefusalFilter implements ContainerResponseFilter {
    /** For the runtime. */
    public WrappedRefusalFilter() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                || !RequestTally.anyRefused()) {
            return;
        }
        Response refusal =
                RefusalEntity.response(request.getHeaders().get(HttpHeaders.ACCEPT), request.getAcceptableLanguages());
        response.setStatus(refusal.getStatus());
        response.getHeaders().putAll(refusal.getHeaders());
        response.setEntity(refusal.getEntity(), new Annotation[0], refusal.getMediaType());
    }
}
