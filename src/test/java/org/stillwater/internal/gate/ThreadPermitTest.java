package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A permit that is used again must never admit by what is left of an earlier use. */
class ThreadPermitTest {
    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @BeforeEach
    void open() {
        gate.open();
    }

    @AfterEach
    void nobodyIsInside() {
        otherThread.shutdownNow();
        assertThat(gate.inFlight()).isZero();
        assertThat(admission.openPermits()).isEmpty();
        assertThat(admission.isAdmitted()).isFalse();
    }

    @Test
    void aThreadUsesItsPermitAgain() {
        Admission first = admission.enter("first");
        first.close();
        Admission second = admission.enter("second");
        assertThat(second).isSameAs(first);
        second.close();
    }

    @Test
    void nestedWritesHaveTheirOwnAndMayEndInAnyOrder() {
        Admission outer = admission.enter("outer");
        Admission middle = admission.enter("middle");
        Admission inner = admission.enter("inner");
        gate.close();
        middle.close();
        assertThat(admission.openPermits()).extracting(OpenPermit::what).containsExactlyInAnyOrder("outer", "inner");
        outer.close();
        Admission nested = admission.enter("nested in what is left");
        assertThat(nested).isNotNull();
        nested.close();
        inner.close();
        assertThat(admission.enter("later")).isNull();
    }

    @Test
    void oneThatAnotherThreadHasEndedAdmitsNobodyAndIsNeverUsedAgain() throws Exception {
        Admission write = admission.enter("write");
        otherThread.submit(write::close).get();
        assertThat(gate.inFlight()).isZero();
        assertThat(admission.openPermits()).isEmpty();
        assertThat(admission.isAdmitted()).isFalse();

        Admission next = admission.enter("next");
        assertThat(next).isNotSameAs(write);
        write.close();
        assertThat(gate.inFlight()).isOne();
        next.close();
        gate.close();
        assertThat(admission.enter("later")).isNull();
    }

    @Test
    void oneThatAnotherThreadHasEndedBelowAnOpenOneAdmitsNobodyEither() throws Exception {
        Admission outer = admission.enter("outer");
        Admission inner = admission.enter("inner");
        otherThread.submit(outer::close).get();
        gate.close();
        inner.close();
        assertThat(gate.isDrained()).isTrue();
        assertThat(admission.enter("later")).isNull();
    }

    @Test
    void noPlaceIsLostToThoseThatOtherThreadsHaveEnded() throws Exception {
        for (int i = 0; i < 20; i++) {
            Admission write = admission.enter("write");
            assertThat(write).as("write %d", i).isInstanceOf(ThreadPermit.class);
            otherThread.submit(write::close).get();
        }
    }

    @Test
    void workThatGoesOnElsewhereKeepsTheGateAndNotTheThread() {
        Admission elsewhere = admission.enter("asynchronous").leaveThread();
        gate.close();
        assertThat(admission.isAdmitted()).isFalse();
        assertThat(admission.openPermits()).extracting(OpenPermit::what).containsExactly("asynchronous");
        assertThat(gate.isDrained()).isFalse();
        elsewhere.close();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void itsAgeIsThatOfItsLastUse() {
        admission.enter("first").close();
        RoughTime.look();
        long before = RoughTime.nanos();
        Admission second = admission.enter("second");
        assertThat(admission.openPermits().get(0).ageNanos()).isBetween(0L, System.nanoTime() - before);
        second.close();
    }
}
