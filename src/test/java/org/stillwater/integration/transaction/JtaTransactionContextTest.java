package org.stillwater.integration.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;

class JtaTransactionContextTest {
    private final WriteGate gate = new WriteGate();
    private final OneTransaction transaction = new OneTransaction();
    private final JtaTransactionContext context = new JtaTransactionContext(transaction, transaction.manager());
    private final WriteAdmission admission = new WriteAdmission(gate, context);

    @BeforeEach
    void open() {
        gate.open();
    }

    @AfterEach
    void noPermitLeaks() {
        assertThat(gate.inFlight()).isZero();
        assertThat(admission.isAdmitted()).isFalse();
    }

    @Test
    void inAnActiveTransactionThePermitEndsAfterCompletion() {
        admission.enter("write").close();
        assertThat(gate.inFlight()).isOne();
        transaction.complete(Status.STATUS_COMMITTED);
    }

    @Test
    void markedForRollbackWhileItRunsThePermitStillEndsAfterCompletion() {
        Admission method = admission.enter("write");
        transaction.setRollbackOnly();
        admission.enter("nested").close();
        method.close();
        assertThat(gate.inFlight()).isOne();
        transaction.complete(Status.STATUS_ROLLEDBACK);
    }

    @Test
    void markedForRollbackBeforehandThePermitEndsWithTheMethod() {
        transaction.setRollbackOnly();
        Admission method = admission.enter("write");
        assertThat(gate.inFlight()).isOne();
        method.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK})
    void ifNobodySaysThatItHasCompletedThePermitEndsWhenSomebodyLooks(int outcome) {
        admission.enter("write").close();
        transaction.loseSynchronizations();
        for (int status : new int[] {
            Status.STATUS_ACTIVE,
            Status.STATUS_MARKED_ROLLBACK,
            Status.STATUS_PREPARING,
            Status.STATUS_PREPARED,
            Status.STATUS_COMMITTING,
            Status.STATUS_ROLLING_BACK,
            Status.STATUS_NO_TRANSACTION,
            Status.STATUS_UNKNOWN
        }) {
            transaction.complete(status);
            admission.endOver();
            assertThat(gate.inFlight()).as("status %d", status).isOne();
        }
        transaction.complete(outcome);
        admission.endOver();
        assertThat(gate.inFlight()).isZero();
    }

    @Test
    void aStatusThatCannotBeAskedForEndsNothing() {
        admission.enter("write").close();
        transaction.failToSayItsStatus();
        admission.endOver();
        assertThat(gate.inFlight()).isOne();
        transaction.complete(Status.STATUS_COMMITTED);
    }

    /** As WildFly does it: what is registered after the mark is forgotten silently. */
    @Test
    void markedForRollbackByAnotherThreadAsThePermitIsBoundTheWriteFailsAndThePermitEnds() {
        transaction.markBeforeRegistration();
        assertThatThrownBy(() -> admission.enter("write"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("marked for rollback by another thread");
        assertThat(gate.inFlight()).isZero();
    }

    @Test
    void aTransactionWhoseCommitIsRefusedSaysWhyOnce() {
        RuntimeException first = new IllegalStateException("first");
        context.refuseCommit(first);
        context.refuseCommit(new IllegalStateException("second"));
        assertThatThrownBy(transaction::beforeCompletion).isSameAs(first);
        transaction.complete(Status.STATUS_ROLLEDBACK);
    }

    @Test
    void oneThatTakesNoMoreSynchronizationsIsMarkedForRollback() {
        transaction.takeNoMore();
        context.refuseCommit(new IllegalStateException("refused"));
        assertThat(transaction.getRollbackOnly()).isTrue();
    }

    @Test
    void whereThereIsNoTransactionThereIsNothingToRefuse() {
        transaction.complete(Status.STATUS_NO_TRANSACTION);
        context.refuseCommit(new IllegalStateException("refused"));
        assertThat(transaction.getTransactionStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        transaction.beforeCompletion();
    }

    @Test
    void whatIsOnlyTriedIsRolledBackWhetherItFailsOrNot() throws Exception {
        assertThat(context.callAndRollBack(() -> transaction.calls.toString())).isEqualTo("[begin]");
        assertThat(transaction.calls).containsExactly("begin", "rollback");
        assertThatThrownBy(() -> context.callAndRollBack(() -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");
        assertThat(transaction.calls).containsExactly("begin", "rollback", "begin", "rollback");
    }

    /** The registry of a server with one transaction, which is active. */
    private static final class OneTransaction implements TransactionSynchronizationRegistry {
        private final Map<Object, Object> resources = new HashMap<>();
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private int status = Status.STATUS_ACTIVE;
        private boolean marksBeforeRegistration;
        private boolean failsToSayItsStatus;
        private boolean takesNoMore;
        private final List<String> calls = new ArrayList<>();

        void markBeforeRegistration() {
            marksBeforeRegistration = true;
        }

        void loseSynchronizations() {
            synchronizations.clear();
        }

        void failToSayItsStatus() {
            failsToSayItsStatus = true;
        }

        TransactionManager manager() {
            return proxy(
                    TransactionManager.class,
                    method -> method.equals("getTransaction")
                            ? proxy(Transaction.class, this::ofTransaction)
                            : called(method));
        }

        private @Nullable Object called(String method) {
            calls.add(method);
            return null;
        }

        void beforeCompletion() {
            synchronizations.forEach(Synchronization::beforeCompletion);
        }

        void takeNoMore() {
            takesNoMore = true;
        }

        private @Nullable Object ofTransaction(String method) {
            if (failsToSayItsStatus) {
                throw new IllegalStateException("of the server");
            }
            return method.equals("getStatus") ? status : null;
        }

        private static <T> T proxy(Class<T> type, Function<String, @Nullable Object> answers) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, arguments) -> answers.apply(method.getName())));
        }

        void complete(int outcome) {
            status = outcome;
            synchronizations.forEach(synchronization -> synchronization.afterCompletion(outcome));
        }

        @Override
        public Object getTransactionKey() {
            return this;
        }

        @Override
        public void putResource(Object key, Object value) {
            resources.put(key, value);
        }

        @Override
        public @Nullable Object getResource(Object key) {
            return resources.get(key);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            if (takesNoMore) {
                throw new IllegalStateException("too late");
            }
            if (marksBeforeRegistration) {
                setRollbackOnly();
            }
            if (!getRollbackOnly()) {
                synchronizations.add(synchronization);
            }
        }

        @Override
        public int getTransactionStatus() {
            return status;
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        @Override
        public boolean getRollbackOnly() {
            return status == Status.STATUS_MARKED_ROLLBACK;
        }
    }
}
