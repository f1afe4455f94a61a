package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Permits that others than a thread refer to: those of requests, transactions and connections. */
class PermitTest {
    private final WriteGate gate = new WriteGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);

    @BeforeEach
    void open() {
        gate.open();
    }

    @AfterEach
    void nobodyIsInside() {
        assertThat(gate.inFlight()).isZero();
        assertThat(admission.openPermits()).isEmpty();
        assertThat(admission.isAdmitted()).isFalse();
    }

    @Test
    void aSoftOneIsMadeHardOnceAndAClosedOneNever() {
        Permit request = admission.enterRequest("POST /orders");
        assertThat(request.harden()).isTrue();
        assertThat(request.harden()).isTrue();
        request.revokeIfSoft();
        assertThat(request.isOpen()).isTrue();
        request.close();
        assertThat(request.harden()).isFalse();
        assertThat(request.tryPin()).isFalse();
    }

    @Test
    void aWriteHardensTheInnermostRequestOnly() {
        Permit outer = admission.enterRequest("POST /outer");
        admission.leaveThread();
        Permit inner = admission.enterRequest("POST /inner");
        admission.leaveThread();
        admission.resume(outer);
        admission.resume(inner);
        admission.enter("write").close();
        admission.revokeSoft();
        assertThat(inner.isOpen()).isTrue();
        assertThat(outer.isOpen()).isFalse();
        inner.close();
    }

    @Test
    void aWriteHardensTheRequestBelowOneThatIsOver() {
        Permit outer = admission.enterRequest("POST /outer");
        admission.leaveThread();
        Permit inner = admission.enterRequest("POST /inner");
        admission.leaveThread();
        admission.resume(outer);
        admission.resume(inner);
        inner.close();
        admission.enter("write").close();
        admission.revokeSoft();
        assertThat(outer.isOpen()).isTrue();
        outer.close();
    }

    @Test
    void oneThatLeavesItsThreadStaysOpenAndAdmitsNobodyThere() {
        Permit first = admission.enterConnection("insert into a");
        Permit second = admission.enterConnection("insert into b");
        Admission left = first.leaveThread();
        second.close();
        gate.close();
        assertThat(admission.isAdmitted()).isFalse();
        assertThat(admission.enter("write")).isNull();
        assertThat(gate.isDrained()).isFalse();
        left.close();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void whoGoesOnWithARequestTwiceRefersToItOnce() {
        Permit request = admission.enterRequest("POST /orders");
        admission.resume(request);
        request.leaveThread();
        assertThat(admission.isAdmitted()).isFalse();
        request.close();
    }
}
