package org.stillwater.it.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.stillwater.Writes;

/** A CDI bean. */
@RequestScoped
@Path("notes")
public class NotesResource {
    @POST
    @Writes
    public String add() {
        return "added";
    }
}
