package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteAdmissionTest {
    private final WriteGate gate = new WriteGate();
    private final FakeTransactions transactions = new FakeTransactions();
    private final WriteAdmission admission = new WriteAdmission(gate, transactions);
    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @BeforeEach
    void open() {
        gate.open();
    }

    @AfterEach
    void noPermitLeaks() {
        otherThread.shutdownNow();
        assertThat(gate.inFlight()).isZero();
        assertThat(admission.openPermits()).isEmpty();
        assertThat(admission.isAdmitted()).isFalse();
    }

    @Test
    void withoutATransactionThePermitEndsWithTheMethod() {
        Admission write = admission.enter("write");
        assertThat(gate.inFlight()).isOne();
        assertThat(admission.isAdmitted()).isTrue();
        write.close();
    }

    @Test
    void closingTwiceCountsOnce() {
        Admission first = admission.enter("first");
        Admission second = admission.enter("second");
        first.close();
        first.close();
        assertThat(gate.inFlight()).isOne();
        second.close();
    }

    @Test
    void insideATransactionThePermitEndsWithTheTransaction() {
        FakeTransactions.Transaction transaction = transactions.begin();
        admission.enter("write").close();
        gate.close();
        assertThat(gate.isDrained()).isFalse();
        transaction.complete();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void onePermitIsEnoughForATransaction() {
        FakeTransactions.Transaction transaction = transactions.begin();
        admission.enter("first").close();
        gate.close();
        Admission second = admission.enter("second");
        assertThat(second).isNotNull();
        assertThat(gate.inFlight()).isOne();
        second.close();
        transaction.complete();
    }

    @Test
    void aConnectionBesideATransactionHoldsTheDrainForItself() {
        FakeTransactions.Transaction transaction = transactions.begin();
        assertThat(admission.enterTransaction("flush")).isTrue();
        Permit beside = admission.enterConnection("beside");
        gate.close();
        beside.close();
        assertThat(gate.isDrained()).isFalse();
        transaction.complete();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void aClosedGateRefusesNewChains() {
        gate.close();
        assertThat(admission.enter("write")).isNull();
        assertThat(admission.enterRequest("request")).isNull();
        transactions.begin();
        assertThat(admission.enterTransaction("flush")).isFalse();
    }

    @Test
    void aThreadThatHoldsAnOpenPermitIsAdmitted() {
        Admission outer = admission.enter("outer");
        gate.close();
        Admission inner = admission.enter("inner");
        assertThat(gate.inFlight()).isEqualTo(2);
        inner.close();
        outer.close();
        assertThat(admission.enter("later")).isNull();
    }

    @Test
    void anotherThreadIsNotPartOfTheChain() throws Exception {
        Admission outer = admission.enter("outer");
        gate.close();
        assertThat(elsewhere(() -> admission.enter("inner") == null)).isTrue();
        outer.close();
    }

    @Test
    void aSuspendedTransactionsPermitAdmitsTheInnerOne() {
        FakeTransactions.Transaction outer = transactions.begin();
        admission.enter("outer").close();
        gate.close();
        FakeTransactions.Transaction inner = transactions.begin();
        Admission innerWrite = admission.enter("inner");
        assertThat(innerWrite).isNotNull();
        assertThat(gate.inFlight()).isEqualTo(2);
        innerWrite.close();
        inner.complete();
        assertThat(gate.isDrained()).isFalse();
        outer.complete();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void aTransactionThatTheReaperEndedAdmitsNobody() throws Exception {
        FakeTransactions.Transaction transaction = transactions.begin();
        admission.enter("write").close();
        gate.close();
        elsewhere(Executors.callable(transaction::complete));
        assertThat(gate.isDrained()).isTrue();
        assertThat(admission.enter("later")).isNull();
    }

    @Test
    void aMethodThatRunsOnAfterTheReaperEndedItsTransactionIsWaitedFor() throws Exception {
        FakeTransactions.Transaction outer = transactions.begin();
        Admission method = admission.enter("write");
        FakeTransactions.Transaction inner = transactions.begin();
        gate.close();
        elsewhere(Executors.callable(outer::completeWithoutResuming));
        assertThat(gate.isDrained()).isFalse();
        admission.enter("a write of the inner transaction").close();
        inner.complete();
        assertThat(gate.isDrained()).isFalse();
        method.close();
        assertThat(gate.isDrained()).isTrue();
        assertThat(admission.enter("later")).isNull();
    }

    @Test
    void aMethodMayBeClosedTwice() {
        FakeTransactions.Transaction transaction = transactions.begin();
        Admission method = admission.enter("write");
        method.close();
        method.close();
        assertThat(gate.inFlight()).isOne();
        transaction.complete();
    }

    @Test
    void workThatGoesOnElsewhereIsWaitedForAfterItsTransactionHasCompleted() {
        FakeTransactions.Transaction transaction = transactions.begin();
        Admission method = admission.enter("write");
        Admission elsewhere = method.leaveThread();
        assertThat(gate.inFlight()).isEqualTo(2);
        gate.close();
        transaction.complete();
        assertThat(gate.isDrained()).isFalse();
        assertThat(admission.enter("what this thread does next")).isNull();
        elsewhere.close();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void aMethodWhoseTransactionIsEndedAsItBeginsHoldsAPermitOfItsOwn() {
        FakeTransactions.Transaction transaction = transactions.begin();
        transaction.endOnceBound();
        Admission method = admission.enter("write");
        assertThat(method).isNotNull();
        assertThat(gate.inFlight()).isOne();
        method.close();
    }

    @Test
    void aPermitThatCannotBeBoundIsGivenBack() {
        transactions.begin().rejectBinding();
        assertThatThrownBy(() -> admission.enter("write")).isInstanceOf(IllegalStateException.class);
        assertThat(gate.inFlight()).isZero();
    }

    @Test
    void aRequestThatHasNotWrittenLosesItsPermit() {
        Permit request = admission.enterRequest("POST /search");
        gate.close();
        admission.revokeSoft();
        assertThat(gate.isDrained()).isTrue();
        assertThat(admission.enter("write")).isNull();
        request.close();
    }

    @Test
    void aRequestThatHasWrittenKeepsIt() {
        Permit request = admission.enterRequest("POST /orders");
        admission.enter("write").close();
        gate.close();
        admission.revokeSoft();
        assertThat(gate.isDrained()).isFalse();
        Admission second = admission.enter("second write of the same request");
        assertThat(second).isNotNull();
        second.close();
        request.close();
        assertThat(gate.isDrained()).isTrue();
    }

    @Test
    void aRequestGoesOnOnAnotherThread() throws Exception {
        Permit request = admission.enterRequest("POST /orders");
        admission.leaveThread();
        gate.close();
        assertThat(admission.enter("write")).isNull();
        boolean admitted = elsewhere(() -> {
            admission.resume(request);
            Admission write = admission.enter("write");
            write.close();
            admission.leaveThread();
            return true;
        });
        assertThat(admitted).isTrue();
        request.close();
    }

    @Test
    void workThatGoesOnElsewhereDoesNotAdmitWhatThisThreadDoesNext() {
        Admission outer = admission.enter("outer");
        Admission asynchronous = admission.enter("asynchronous");
        Admission elsewhere = asynchronous.leaveThread();
        assertThat(admission.isAdmitted()).isTrue();
        outer.close();
        assertThat(admission.isAdmitted()).isFalse();
        gate.close();
        assertThat(admission.enter("next")).isNull();
        assertThat(gate.isDrained()).isFalse();
        elsewhere.close();
    }

    @Test
    void openPermitsAreNamedOldestFirst() {
        Admission first = admission.enter("Orders.place");
        Admission second = admission.enter("Orders.cancel");
        assertThat(admission.openPermits())
                .extracting(OpenPermit::what)
                .containsExactly("Orders.place", "Orders.cancel");
        assertThat(admission.openPermits().get(0).where())
                .contains("thread '" + Thread.currentThread().getName() + "'");
        second.close();
        first.close();
    }

    @Test
    void aTransactionThatWasMadeReadOnlyWritesNoMoreEvenWhenTheGateIsOpenAgain() {
        FakeTransactions.Transaction transaction = transactions.begin();
        gate.close();
        admission.makeTransactionReadOnly();
        gate.open();
        assertThat(admission.isTransactionReadOnly()).isTrue();
        assertThat(admission.enter("write")).isNull();
        assertThat(admission.enterTransaction("write")).isFalse();
        transaction.complete();

        FakeTransactions.Transaction next = transactions.begin();
        assertThat(admission.isTransactionReadOnly()).isFalse();
        assertThat(admission.enterTransaction("write")).isTrue();
        next.complete();
    }

    @Test
    void aConnectionsPermitIsItsOwnEvenInsideATransaction() {
        FakeTransactions.Transaction transaction = transactions.begin();
        Permit connection = admission.enterConnection("write");
        transaction.complete();
        assertThat(gate.inFlight()).isOne();
        connection.close();
    }

    @Test
    void withoutATransactionNothingEntersOne() {
        assertThat(admission.enterTransaction("write")).isFalse();
        assertThat(admission.isTransactionReadOnly()).isFalse();
    }

    private <T> T elsewhere(Callable<T> task) throws Exception {
        return otherThread.submit(task).get();
    }
}
