package org.stillwater.quickstart.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.stillwater.quickstart.shop.CustomerNotes;

/** What the counter's hand-held devices send about customers. */
@Path("customers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class CustomerResource {

    @Inject
    private CustomerNotes notes;

    @POST
    @Path("{id}/notes")
    public Response add(@PathParam("id") long id, @NotNull @Valid Note note) {
        notes.add(id, note.text());
        return Response.noContent().build();
    }

    /** A note to keep. */
    public record Note(@NotBlank @Size(max = 400) String text) {}
}
