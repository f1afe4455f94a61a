package org.stillwater.integration.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stillwater.internal.background.OwnTransaction.Outcome;

class JtaOwnTransactionTest {
    private final Manager manager = new Manager();
    private final JtaOwnTransaction transactions = new JtaOwnTransaction(manager.asTransactionManager());

    @Test
    void theWorkHasATransactionOfItsOwnWhichIsCommitted() throws Exception {
        Outcome outcome = transactions.run(() -> manager.current);
        assertThat(outcome).isEqualTo(new Outcome("own", false));
        assertThat(manager.ended).containsExactly("own committed");
        assertThat(manager.current).isEqualTo("outer");
    }

    @Test
    void markedForRollbackItIsRolledBackAndTheOuterOneIsNot() throws Exception {
        Outcome outcome = transactions.run(() -> {
            transactions.markForRollback();
            return "done";
        });
        assertThat(outcome).isEqualTo(new Outcome("done", true));
        assertThat(manager.ended).containsExactly("own rolled back");
        assertThat(manager.current).isEqualTo("outer");
        assertThat(manager.status).isEqualTo(Status.STATUS_ACTIVE);
    }

    @Test
    void afterAFailureItIsRolledBack() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    throw new IllegalArgumentException("refused");
                }))
                .hasMessage("refused");
        assertThat(manager.ended).containsExactly("own rolled back");
        assertThat(manager.current).isEqualTo("outer");
    }

    @Test
    void aCommitThatFailsIsAFailure() {
        manager.commitFails = true;
        assertThatThrownBy(() -> transactions.run(() -> "done"))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(RollbackException.class);
        assertThat(manager.current).isEqualTo("outer");
    }

    @Test
    void withoutAnActiveTransactionNoneIsBegun() throws Exception {
        manager.status = Status.STATUS_NO_TRANSACTION;
        assertThat(transactions.run(() -> "done")).isEqualTo(new Outcome("done", false));
        assertThat(manager.ended).isEmpty();
    }

    @Test
    void tellsForHowLongATransactionMayLastWhereTheServerDoes() {
        assertThat(transactions.remaining()).isNull();
        manager.kinds = new Class<?>[] {Transaction.class, Timed.class};
        assertThat(transactions.remaining()).hasSeconds(299);
    }

    /** As WildFly's transactions. */
    public interface Timed {
        int getEstimatedRemainingTime();
    }

    /** Has one transaction, and may begin another while that is suspended. */
    private static final class Manager {
        private final List<String> ended = new ArrayList<>();
        private @Nullable String current = "outer";
        private int status = Status.STATUS_ACTIVE;
        private boolean commitFails;
        private Class<?>[] kinds = {Transaction.class};

        TransactionManager asTransactionManager() {
            return (TransactionManager) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {TransactionManager.class},
                    (proxy, method, arguments) -> call(method.getName()));
        }

        private @Nullable Object call(String method) throws RollbackException {
            switch (method) {
                case "getStatus":
                    return status;
                case "suspend":
                    current = null;
                    return transaction();
                case "getTransaction":
                    return transaction();
                case "begin":
                    current = "own";
                    return null;
                case "setRollbackOnly":
                    status = Status.STATUS_MARKED_ROLLBACK;
                    return null;
                case "rollback":
                    end("rolled back");
                    return null;
                case "commit":
                    end("committed");
                    if (commitFails) {
                        throw new RollbackException("refused");
                    }
                    return null;
                case "resume":
                    current = "outer";
                    return null;
                default:
                    throw new UnsupportedOperationException(method);
            }
        }

        private Object transaction() {
            return Proxy.newProxyInstance(getClass().getClassLoader(), kinds, (proxy, method, arguments) -> 299);
        }

        private void end(String how) {
            ended.add(current + " " + how);
            current = null;
            status = Status.STATUS_ACTIVE;
        }
    }
}
