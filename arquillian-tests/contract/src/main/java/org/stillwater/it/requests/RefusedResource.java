package org.stillwater.it.requests;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Writes whenever it is asked. */
@RequestScoped
@Path("refused")
public class RefusedResource {
    @Inject
    private Archive archive;

    @GET
    public String write() {
        archive.store();
        return "stored";
    }
}
