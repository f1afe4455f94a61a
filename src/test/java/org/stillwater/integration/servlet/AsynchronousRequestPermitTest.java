package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

class AsynchronousRequestPermitTest extends AbstractRequestPermitTest {
    @Test
    void lastsUntilAnAsynchronousRequestIsComplete() throws Exception {
        CompletableFuture<AsyncContext> started = new CompletableFuture<>();
        application
                .with("/async", (request, response) -> started.complete(request.startAsync()))
                .start();
        var response = application.postLater("/async");
        AsyncContext async = started.get(10, TimeUnit.SECONDS);
        assertDrainWaitsFor(async::complete);
        assertThat(response.get().statusCode()).isEqualTo(200);
    }

    @Test
    void survivesADispatchAndASecondAsynchronousCycle() throws Exception {
        CompletableFuture<AsyncContext> second = new CompletableFuture<>();
        AtomicBoolean wrote = new AtomicBoolean();
        application
                .with("/async", (request, response) -> {
                    if (request.getDispatcherType() == DispatcherType.REQUEST) {
                        // Dispatched within the same dispatch: the request does not say any more that it is
                        // asynchronous.
                        request.startAsync(request, response).dispatch("/async");
                    } else if (request.getParameter("again") == null) {
                        request.startAsync(request, response).dispatch("/async?again=1");
                    } else {
                        wrote.set(write());
                        second.complete(request.startAsync(request, response));
                    }
                })
                .start();
        var response = application.postLater("/async");
        AsyncContext async = second.get(10, TimeUnit.SECONDS);
        assertThat(wrote).isTrue();
        assertDrainWaitsFor(async::complete);
        assertThat(response.get().statusCode()).isEqualTo(200);
    }

    @Test
    void goesWithTheRequestToTheThreadThatGoesOn() throws Exception {
        CompletableFuture<AsyncContext> started = new CompletableFuture<>();
        AtomicBoolean wrote = new AtomicBoolean();
        application
                .with("/async", (request, response) -> {
                    if (request.getDispatcherType() == DispatcherType.ASYNC) {
                        wrote.set(write());
                    } else {
                        started.complete(request.startAsync());
                    }
                })
                .start();
        var response = application.postLater("/async");
        AsyncContext async = started.get(10, TimeUnit.SECONDS);
        assertDrainWaitsFor(async::dispatch);
        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(wrote).isTrue();
    }

    @Test
    void endsWhenAnAsynchronousRequestTimesOut() throws Exception {
        application
                .with("/async", (request, response) -> request.startAsync().setTimeout(200))
                .start();
        var response = application.postLater("/async");
        Awaitility.await().until(() -> !permits().isEmpty());
        TestApplication.enter();
        assertThat(response.get().statusCode()).isEqualTo(500);
        assertThat(permits()).isEmpty();
    }

    @Test
    void lastsWhileTheApplicationReactsToATimeOut() throws Exception {
        AtomicBoolean wrote = new AtomicBoolean();
        application
                .with("/async", (request, response) -> {
                    if (request.getDispatcherType() == DispatcherType.ASYNC) {
                        wrote.set(write());
                        return;
                    }
                    AsyncContext async = request.startAsync();
                    async.setTimeout(50);
                    async.addListener(new OnTimeout(() -> {
                        pause();
                        async.dispatch();
                    }));
                })
                .start();
        var response = application.postLater("/async");
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        assertDrainWaitsFor(released::countDown);
        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(wrote).isTrue();
    }

    private record OnTimeout(Runnable reaction) implements AsyncListener {
        @Override
        public void onTimeout(AsyncEvent event) {
            reaction.run();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}
    }

    @Test
    void endsWhenARequestFailsAfterItWentAsynchronous() throws Exception {
        application
                .with("/async", (request, response) -> {
                    request.startAsync().setTimeout(0);
                    throw new IllegalStateException("a failure of the application's own");
                })
                .start();
        // How the client hears of it is the container's business: Tomcat hangs up.
        assertThat(application.postLater("/async")).failsWithin(Duration.ofSeconds(10));
        Awaitility.await().until(() -> permits().isEmpty());
    }

    @Test
    void aRefusalAfterTheRequestWentAsynchronousIsAnswered() throws Exception {
        application
                .with("/async", (request, response) -> {
                    request.startAsync().setTimeout(0);
                    throw ReadOnlyRuntime.current().refusals().of("Orders.place");
                })
                .start();
        assertThat(application.postLater("/async").get(10, TimeUnit.SECONDS).statusCode())
                .isEqualTo(503);
        Awaitility.await().until(() -> permits().isEmpty());
    }

    @Test
    void isEndedEvenWhereAFrameworkGoesAsynchronousBelowTheWrapper() throws Exception {
        CompletableFuture<AsyncContext> started = new CompletableFuture<>();
        application
                .with(
                        "/async",
                        (request, response) ->
                                started.complete(original(request).startAsync()))
                .start();
        var response = application.postLater("/async");
        AsyncContext async = started.get(10, TimeUnit.SECONDS);
        assertDrainWaitsFor(async::complete);
        assertThat(response.get().statusCode()).isEqualTo(200);
    }

    @Test
    void survivesASecondCycleThatAFrameworkBeginsBelowTheWrapper() throws Exception {
        CompletableFuture<AsyncContext> third = new CompletableFuture<>();
        AtomicBoolean wrote = new AtomicBoolean();
        application
                .with("/async", (request, response) -> {
                    if (request.getDispatcherType() == DispatcherType.REQUEST) {
                        request.startAsync().dispatch();
                    } else if (request.getParameter("again") == null) {
                        original(request).startAsync().dispatch("/async?again=1");
                    } else {
                        wrote.set(write());
                        third.complete(original(request).startAsync());
                    }
                })
                .start();
        var response = application.postLater("/async");
        AsyncContext async = third.get(10, TimeUnit.SECONDS);
        assertThat(wrote).isTrue();
        assertDrainWaitsFor(async::complete);
        assertThat(response.get().statusCode()).isEqualTo(200);
    }

    private static HttpServletRequest original(HttpServletRequest request) {
        HttpServletRequest original = request;
        while (original instanceof HttpServletRequestWrapper wrapper) {
            original = (HttpServletRequest) wrapper.getRequest();
        }
        return original;
    }
}
