package org.stillwater.it.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** An application's own handling, which stays in force. */
@Provider
public class OwnMapper implements ExceptionMapper<WrappedResource.OwnException> {
    @Override
    public Response toResponse(WrappedResource.OwnException exception) {
        return Response.status(418).entity("mapped by the application").build();
    }
}
