package org.stillwater.it.rest;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** An EJB. */
@Stateless
@LocalBean
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@Writes
public class OrdersResource {
    @POST
    public String place() {
        return "\"placed\"";
    }

    @GET
    @Writes(WhenReadOnly.ALLOW)
    public String list() {
        return "[]";
    }

    @POST
    @Path("search")
    @Writes(WhenReadOnly.ALLOW)
    public String search() {
        return "[]";
    }
}
