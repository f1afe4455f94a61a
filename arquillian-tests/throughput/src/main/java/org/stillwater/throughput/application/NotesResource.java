package org.stillwater.throughput.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The notes over HTTP. */
@Path("notes")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class NotesResource {
    @Inject
    private Notes notes;

    /** Without the database: what a request costs by itself. */
    @GET
    public String greet() {
        return "notes";
    }

    @GET
    @Path("{id}")
    public String read(@PathParam("id") int id) {
        return notes.read(id);
    }

    @PUT
    @Path("{id}")
    public void change(@PathParam("id") int id) {
        notes.change(id);
    }
}
