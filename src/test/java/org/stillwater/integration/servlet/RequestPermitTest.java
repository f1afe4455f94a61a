package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.OpenPermit;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;

class RequestPermitTest {
    private static final Duration LONG_ENOUGH_TO_DRAIN = Duration.ofSeconds(10);

    /** Longer than any test waits, so that no permit is taken away by time. */
    private static final String NEVER = "5m";

    @TempDir
    private Path directory;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private TestApplication application;

    @BeforeEach
    void prepare() {
        System.setProperty("stillwater.request-grace", NEVER);
        application = new TestApplication(directory);
    }

    @AfterEach
    void stop() throws Exception {
        released.countDown();
        application.close();
        System.clearProperty("stillwater.request-grace");
    }

    @Test
    void letsARequestThatStartedInNormalModeFinishItsWork() throws Exception {
        AtomicBoolean wrote = new AtomicBoolean();
        application
                .with("/slow", (request, response) -> {
                    pause();
                    wrote.set(write());
                })
                .start();
        var response = application.postLater("/slow");
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<EnterResult> entering = beginToEnter();
        assertThat(permits()).singleElement().asString().contains("POST /app/slow");
        assertThat(entering).isNotDone();
        released.countDown();

        assertThat(entering.get().outcome()).isEqualTo(Outcome.ENTERED);
        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(wrote).isTrue();
    }

    @Test
    void isTakenFromARequestThatHasNotWrittenWithinTheGrace() throws Exception {
        System.setProperty("stillwater.request-grace", "50ms");
        AtomicBoolean wrote = new AtomicBoolean(true);
        application
                .with("/slow", (request, response) -> {
                    pause();
                    wrote.set(write());
                })
                .start();
        var response = application.postLater("/slow");
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(TestApplication.tryToEnter(LONG_ENOUGH_TO_DRAIN).outcome()).isEqualTo(Outcome.ENTERED);
        released.countDown();
        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(wrote).isFalse();
    }

    @Test
    void isNotTakenFromARequestThatHasWritten() throws Exception {
        System.setProperty("stillwater.request-grace", "1ms");
        AtomicBoolean wroteAgain = new AtomicBoolean();
        application
                .with("/slow", (request, response) -> {
                    assertThat(write()).isTrue();
                    pause();
                    wroteAgain.set(write());
                })
                .start();
        var response = application.postLater("/slow");
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(TestApplication.tryToEnter(Duration.ofMillis(500)).outcome()).isEqualTo(Outcome.DRAIN_TIMED_OUT);
        released.countDown();
        assertThat(response.get().statusCode()).isEqualTo(200);
        assertThat(wroteAgain).isTrue();
    }

    @Test
    void isNotHeldBySafeRequests() throws Exception {
        application.with("/slow", (request, response) -> pause()).start();
        var response = CompletableFuture.supplyAsync(() -> {
            try {
                return application.get("/slow").statusCode();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(permits()).isEmpty();
        TestApplication.enter();
        released.countDown();
        assertThat(response.get()).isEqualTo(200);
    }

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
                    throw ReadOnlyRuntime.current().refusal("Orders.place");
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

    @Test
    void leavesNothingOnThePooledThread() throws Exception {
        AtomicBoolean admitted = new AtomicBoolean(true);
        application
                .with(
                        "/write",
                        (request, response) ->
                                ReadOnlyRuntime.current().admission().enter("a permit that nobody closes"))
                .with(
                        "/read",
                        (request, response) -> admitted.set(
                                ReadOnlyRuntime.current().admission().isAdmitted()))
                .start();
        application.postLater("/write").get();
        application.get("/read");
        assertThat(admitted).isFalse();
    }

    private void assertDrainWaitsFor(Runnable end) throws Exception {
        CompletableFuture<EnterResult> entering = beginToEnter();
        assertThat(permits()).hasSize(1);
        assertThat(entering).isNotDone();
        end.run();
        assertThat(entering.get().outcome()).isEqualTo(Outcome.ENTERED);
    }

    /** Returns once the application has seen that it is to drain. */
    private static CompletableFuture<EnterResult> beginToEnter() {
        CompletableFuture<EnterResult> entering =
                CompletableFuture.supplyAsync(() -> TestApplication.tryToEnter(LONG_ENOUGH_TO_DRAIN));
        Awaitility.await().until(() -> ReadOnlyRuntime.current().state().mode() == AccessMode.DRAINING);
        return entering;
    }

    private static List<OpenPermit> permits() {
        return ReadOnlyRuntime.current().admission().openPermits();
    }

    private void pause() {
        arrived.countDown();
        try {
            assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean write() {
        WriteAdmission admission = ReadOnlyRuntime.current().admission();
        Admission permit = admission.enter("a write");
        if (permit == null) {
            return false;
        }
        permit.close();
        return true;
    }
}
