package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;
import org.stillwater.OwnThread;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.OpenPermit;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;

/** A request that can be held, and a drain that meets it. */
abstract class AbstractRequestPermitTest {
    static final Duration LONG_ENOUGH_TO_DRAIN = Duration.ofSeconds(10);

    /** Longer than any test waits, so that no permit is taken away by time. */
    static final String NEVER = "5m";

    @TempDir
    private Path directory;

    final CountDownLatch arrived = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    TestApplication application;

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

    void assertDrainWaitsFor(Runnable end) throws Exception {
        CompletableFuture<EnterResult> entering = beginToEnter();
        assertThat(permits()).hasSize(1);
        assertThat(entering).isNotDone();
        end.run();
        assertThat(entering.get().outcome()).isEqualTo(Outcome.ENTERED);
    }

    /** Returns once the application has seen that it is to drain. */
    static CompletableFuture<EnterResult> beginToEnter() {
        CompletableFuture<EnterResult> entering =
                OwnThread.supply(() -> TestApplication.tryToEnter(LONG_ENOUGH_TO_DRAIN));
        Awaitility.await().until(() -> ReadOnlyRuntime.current().state().mode() == AccessMode.DRAINING);
        return entering;
    }

    static List<OpenPermit> permits() {
        return ReadOnlyRuntime.current().admission().openPermits();
    }

    void pause() {
        arrived.countDown();
        try {
            assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean write() {
        WriteAdmission admission = ReadOnlyRuntime.current().admission();
        Admission permit = admission.enter("a write");
        if (permit == null) {
            return false;
        }
        permit.close();
        return true;
    }
}
