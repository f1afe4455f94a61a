package org.stillwater.it.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Refused when the interceptor of {@code @Transactional} commits. */
@RequestScoped
@Path("late-transactional")
public class LateTransactionalResource {
    @Inject
    private LateWrite write;

    @POST
    @Transactional
    public String commit() {
        write.arrange();
        return "returned";
    }
}
