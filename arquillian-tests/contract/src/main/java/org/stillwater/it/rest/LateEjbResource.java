package org.stillwater.it.rest;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Refused when the container commits, after the method has returned. */
@Stateless
@LocalBean
@Path("late-ejb")
public class LateEjbResource {
    @Inject
    private LateWrite write;

    @POST
    public String commit() {
        write.arrange();
        return "returned";
    }
}
