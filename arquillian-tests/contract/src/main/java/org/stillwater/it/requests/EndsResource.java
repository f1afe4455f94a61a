package org.stillwater.it.requests;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.stillwater.it.Gate;

/** The ways in which an asynchronous REST request comes to its end. */
@RequestScoped
@Path("ends")
public class EndsResource {
    @Inject
    private Gate gate;

    @Resource
    private ManagedExecutorService executor;

    @POST
    @Path("resume")
    public void resume(@Suspended AsyncResponse response) {
        later(() -> response.resume("resumed"));
    }

    @POST
    @Path("resume-with-failure")
    public void fail(@Suspended AsyncResponse response) {
        later(() -> response.resume(failure()));
    }

    @POST
    @Path("failure-after-resume")
    public void failAfterwards(@Suspended AsyncResponse response) {
        gate.hold();
        response.resume("resumed");
        throw failure();
    }

    @POST
    @Path("time-out")
    public void timeOut(@Suspended AsyncResponse response) {
        response.setTimeout(100, TimeUnit.MILLISECONDS);
    }

    @POST
    @Path("time-out-that-resumes")
    public void timeOutAndResume(@Suspended AsyncResponse response) {
        Gate held = gate;
        response.setTimeoutHandler(late -> {
            held.hold();
            late.resume("late");
        });
        response.setTimeout(100, TimeUnit.MILLISECONDS);
    }

    @POST
    @Path("stage")
    public CompletionStage<String> stage() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        later(() -> stage.complete("staged"));
        return stage;
    }

    @POST
    @Path("failing-stage")
    public CompletionStage<String> failingStage() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        later(() -> stage.completeExceptionally(failure()));
        return stage;
    }

    private void later(Runnable end) {
        Gate held = gate;
        executor.execute(() -> {
            held.hold();
            end.run();
        });
    }

    private static IllegalStateException failure() {
        return new IllegalStateException("a failure of the application's own");
    }
}
