package org.stillwater.benchmark.reads;

import com.sun.management.ThreadMXBean;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.util.function.Function;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.hibernate.Session;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.jdbc.ConnectionGuard;

/** One side. */
final class Unit {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final EntityManagerFactory factory;
    private int number;
    private int result;

    Unit(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** Reads as often as it is told, each time in a transaction of its own. */
    Turn read(Reading reading, int times) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long processor = THREADS.getCurrentThreadCpuTime();
        long clock = System.nanoTime();
        for (int i = 0; i < times; i++) {
            result += inTransaction(manager -> reading.read(manager, number++));
        }
        long elapsed = System.nanoTime() - clock;
        processor = THREADS.getCurrentThreadCpuTime() - processor;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return new Turn((double) elapsed / times, (double) processor / times, (double) bytes / times);
    }

    <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager manager = factory.createEntityManager();
        try {
            manager.getTransaction().begin();
            T answer = work.apply(manager);
            manager.getTransaction().commit();
            return answer;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    boolean hasGuardedConnections() {
        return inTransaction(manager -> manager instanceof JpaEntityManager
                ? ConnectionGuard.isGuarded(manager.unwrap(Connection.class))
                : manager.unwrap(Session.class).doReturningWork(ConnectionGuard::isGuarded));
    }

    /** Whether a write of an entity is refused. */
    boolean refusesWrites(int id) {
        try {
            inTransaction(manager -> {
                manager.persist(new Note(id));
                return null;
            });
            return false;
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ReadOnlyModeException) {
                    return true;
                }
            }
            throw e;
        }
    }

    /** What a read took, on average of a turn. */
    record Turn(double nanoseconds, double processorNanoseconds, double bytes) {}
}
