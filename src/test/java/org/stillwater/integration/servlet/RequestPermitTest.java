package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.stillwater.OwnThread;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;

class RequestPermitTest extends AbstractRequestPermitTest {
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
        var response = OwnThread.supply(() -> {
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
}
