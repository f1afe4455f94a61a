package org.stillwater.it.shapes;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.stillwater.it.Database;

/**
 * Writes a row, in whatever transaction there is. Stops as late as it can: before the transaction completes, when every
 * method has returned; without one, before its own method returns.
 */
@ApplicationScoped
public class Pen {
    @Resource(lookup = "java:comp/env/" + Database.RESOURCE)
    private DataSource dataSource;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private Stops stops;

    public void write(String text) {
        insert(text);
        stop();
    }

    public void stop() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(
                    new Completion(() -> stops.inside().here(), () -> {}));
        } else {
            stops.inside().here();
        }
    }

    public void insert(String text) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into shape_note values (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void beforeCompletion(Runnable work) {
        transactions.registerInterposedSynchronization(new Completion(work, () -> {}));
    }

    public void afterCommit(Runnable work) {
        transactions.registerInterposedSynchronization(new Completion(() -> {}, work));
    }

    /** Returns once the server has noticed that a transaction is too old. */
    public void awaitTimeOut(Transaction transaction) throws SystemException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (transaction.getStatus() == Status.STATUS_ACTIVE) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("The transaction does not time out");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private record Completion(Runnable before, Runnable afterCommit) implements Synchronization {
        @Override
        public void beforeCompletion() {
            before.run();
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                afterCommit.run();
            }
        }
    }
}
