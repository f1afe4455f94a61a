package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write that is declared is not reported; one that is not, is. */
class DeclaredTest {
    private final WriteGate gate = new WriteGate();
    private final FakeTransactions transactions = new FakeTransactions();
    private final WriteAdmission admission = new WriteAdmission(gate, transactions);

    @BeforeEach
    void open() {
        gate.open();
        assertDeclared(false);
    }

    private void assertDeclared(boolean expected) {
        assertThat(admission.isDeclared()).isEqualTo(expected);
    }

    @Test
    void aMethodDeclaresUntilItReturns() {
        Admission method = admission.enter("method");
        assertDeclared(true);
        method.close();
        assertDeclared(false);
    }

    @Test
    void aMethodDeclaresWhatIsInIt() {
        Admission method = admission.enter("method");
        Permit statement = admission.enterConnection("statement");
        assertDeclared(true);
        statement.close();
        method.close();
        assertDeclared(false);
    }

    @Test
    void aRequestAndAConnectionDeclareNothing() {
        Permit request = admission.enterRequest("request");
        assertDeclared(false);
        Permit statement = admission.enterConnection("statement");
        assertDeclared(false);
        statement.close();
        request.close();
    }

    @Test
    void aMethodOfARequestDeclaresWhileTheGateIsClosed() {
        Permit request = admission.enterRequest("request");
        gate.close();
        Admission method = admission.enter("method");
        assertDeclared(true);
        method.close();
        assertDeclared(false);
        request.close();
    }

    @Test
    void aTransactionIsDeclaredByAMethodToItsEnd() {
        FakeTransactions.Transaction transaction = transactions.begin();
        assertThat(admission.enterTransaction("flush")).isTrue();
        assertDeclared(false);
        admission.enter("method").close();
        assertDeclared(true);
        transaction.complete();
        assertDeclared(false);
    }

    @Test
    void aTransactionThatWasEndedElsewhereDeclaresNothing() {
        FakeTransactions.Transaction transaction = transactions.begin();
        admission.enter("method").close();
        assertDeclared(true);
        transactions.permit().close();
        assertDeclared(false);
        transaction.complete();
    }

    @Test
    void anExemptBlockDeclares() throws Exception {
        admission.exemptions().<@Nullable Object, Exception>call(() -> {
            assertDeclared(true);
            return null;
        });
        assertDeclared(false);
    }
}
