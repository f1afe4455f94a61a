package org.stillwater.it.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.it.OwnThread;

/** Hands refusals on inside of other exceptions, and has failures of its own. */
@RequestScoped
@Path("wrapped/{how}")
public class WrappedResource {
    @Inject
    private Guarded guarded;

    @POST
    public CompletionStage<String> fail(@PathParam("how") String how) throws Exception {
        switch (how) {
            case "mapped":
                throw new OwnException();
            case "other":
                throw new IllegalStateException("a failure of the application's own");
            default:
                return write(how);
        }
    }

    private CompletionStage<String> write(String how) throws Exception {
        try {
            guarded.write();
            return CompletableFuture.completedFuture("written");
        } catch (ReadOnlyModeException e) {
            switch (how) {
                case "runtime":
                    throw new IllegalStateException(e);
                case "checked":
                    throw new Exception(e);
                case "error":
                    throw new AssertionError(e);
                default:
                    return OwnThread.supply(() -> {
                        throw e;
                    });
            }
        }
    }

    /** Mapped by {@link OwnMapper}. */
    static class OwnException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
