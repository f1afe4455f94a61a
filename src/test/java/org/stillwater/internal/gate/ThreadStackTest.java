package org.stillwater.internal.gate;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadStackTest {
    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    private final ExecutorService server = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    @Test
    void aThreadThatNeverLooksAgainKeepsNoPermitThatAnotherHasEnded() throws Exception {
        gate.open();
        WeakReference<Admission> write = new WeakReference<>(takenByTheServer());
        write.get().close();
        gate.close();
        admission.forgetAllClosed();
        awaitGone(write);
    }

    @Test
    void aThreadThatLeavesItsRequestKeepsNoPermitOfIt() throws Exception {
        gate.open();
        WeakReference<Admission> write = new WeakReference<>(takenByTheServer());
        server.submit(admission::leaveThread).get();
        write.get().close();
        awaitGone(write);
    }

    private Admission takenByTheServer() throws Exception {
        return server.submit(() -> admission.enterConnection("write")).get();
    }

    private static void awaitGone(WeakReference<Admission> write) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return write.refersTo(null);
        });
    }
}
