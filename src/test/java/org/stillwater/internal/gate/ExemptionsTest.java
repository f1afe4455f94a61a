package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.OwnThread;

class ExemptionsTest {
    private final WriteGate gate = new WriteGate();
    private final FakeTransactions transactions = new FakeTransactions();
    private final WriteAdmission admission = new WriteAdmission(gate, transactions);

    @AfterEach
    void nothingIsLeft() {
        gate.close();
        assertThat(gate.isDrained()).isTrue();
        assertThat(admission.isAdmitted()).isFalse();
        assertThat(admission.enter("later, on the same thread")).isNull();
    }

    @Test
    void aClosedGateLetsTheWriteInAndStaysDrained() throws Exception {
        exempt(() -> {
            assertThat(admission.isAdmitted()).isTrue();
            try (Admission write = admission.enter("write")) {
                assertThat(write).isNotNull();
                assertThat(gate.isDrained()).isTrue();
                assertThat(admission.openPermits()).isEmpty();
            }
        });
    }

    @Test
    void anOpenGateCountsTheWrite() throws Exception {
        gate.open();
        exempt(() -> {
            try (Admission write = admission.enter("write")) {
                assertThat(write).isNotNull();
                gate.close();
                assertThat(gate.isDrained()).isFalse();
            }
        });
    }

    @Test
    void aTransactionThatFirstWroteInsideStaysAdmittedAndLetsNobodyElseIn() throws Exception {
        FakeTransactions.Transaction exempted = transactions.begin();
        exempt(() -> admission.enter("write").close());
        assertThat(admission.enterTransaction("second write")).isTrue();
        FakeTransactions.Transaction other = transactions.begin();
        assertThat(admission.enterTransaction("of another transaction")).isFalse();
        assertThat(gate.isDrained()).isTrue();
        other.complete();
        exempted.complete();
    }

    @Test
    void workThatGoesOnElsewhereIsNotCountedEither() throws Exception {
        FakeTransactions.Transaction exempted = transactions.begin();
        exempt(() -> {
            Admission elsewhere = admission.enter("write").leaveThread();
            assertThat(gate.isDrained()).isTrue();
            elsewhere.close();
        });
        exempted.complete();
    }

    @Test
    void aReadOnlyTransactionStaysReadOnly() throws Exception {
        FakeTransactions.Transaction reading = transactions.begin();
        admission.makeTransactionReadOnly();
        exempt(() -> assertThat(admission.enterTransaction("write")).isFalse());
        reading.complete();
    }

    @Test
    void otherThreadsAreNotExempt() throws Exception {
        exempt(() -> assertThat(OwnThread.supply(() -> admission.enter("elsewhere") == null)
                        .get())
                .isTrue());
    }

    @Test
    void blocksNestAndEndWithAnException() throws Exception {
        exempt(() -> {
            Throwable thrown = catchThrowable(() -> exempt(() -> {
                throw new IOException("of the work");
            }));
            assertThat(thrown).isInstanceOf(IOException.class);
            assertThat(admission.isAdmitted()).as("still in the outer block").isTrue();
        });
    }

    private void exempt(Work work) throws Exception {
        admission.exemptions().<@Nullable Object, Exception>call(() -> {
            work.run();
            return null;
        });
    }

    private interface Work {
        void run() throws Exception;
    }
}
