package org.stillwater.it.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.spi.ReplicaReport.State;

/**
 * A hundred windows, a writer up to the last moment before each and from the first moment after it, a standby whose replay is
 * delayed at random, and readers all the time. Each of them knows the last write that was acknowledged before he began to
 * read, and must not see less. In each tenth window replay is held up until somebody has read the standby without asking for its
 * position: he must see the past, or the test could not fail.
 */
class StaleReadIT {
    private static final int WINDOWS = 100;
    private static final int READS_IN_EACH = 5;
    private static final int HELD_UP_EACH = 10;
    private static final String LAST = "select max(number) from written";
    private static final long SEED = 20261128;

    private static PostgresPair pair;

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong readsOfTheReplica = new AtomicLong();
    private final AtomicLong staleWithoutTheCheck = new AtomicLong();
    private final ConcurrentLinkedQueue<String> stale = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Throwable> problems = new ConcurrentLinkedQueue<>();
    private final ReentrantLock replay = new ReentrantLock(true);
    private volatile boolean over;

    @BeforeAll
    static void startBoth(@TempDir Path directory) throws Exception {
        pair = PostgresPair.start(directory);
        pair.onPrimary("create table written (number bigint primary key)", "insert into written values (0)");
        Awaitility.await().ignoreExceptions().until(() -> pair.askReplica(LAST).equals("0"));
    }

    @AfterAll
    static void stopBoth() throws Exception {
        pair.close();
    }

    @Test
    void nobodyReadsWhatIsOlderThanTheLastAcknowledgedWrite() throws Exception {
        try (ReplicatedShop shop = new ReplicatedShop(pair, "primary")) {
            List<Thread> people = new ArrayList<>();
            people.add(begin(() -> write(shop)));
            people.add(begin(() -> read(shop)));
            people.add(begin(() -> read(shop)));
            people.add(begin(this::delayReplay));
            for (int window = 0; window < WINDOWS && problems.isEmpty(); window++) {
                if (window % HELD_UP_EACH == 0) {
                    enterWhileTheReplicaIsHeldUp(shop);
                } else {
                    shop.enter();
                }
                shop.await(State.READY);
                long before = readsOfTheReplica.get();
                Awaitility.await().until(() -> readsOfTheReplica.get() >= before + READS_IN_EACH);
                shop.lift();
                long written = acknowledged.get();
                Awaitility.await().until(() -> acknowledged.get() > written);
            }
            over = true;
            for (Thread person : people) {
                person.join();
            }
        } finally {
            over = true;
        }
        assertThat(problems).isEmpty();
        assertThat(stale).isEmpty();
        assertThat(readsOfTheReplica.get()).isGreaterThanOrEqualTo((long) WINDOWS * READS_IN_EACH);
        assertThat(staleWithoutTheCheck.get())
                .as("stale reads without the check")
                .isEqualTo(WINDOWS / HELD_UP_EACH);
    }

    /** Nothing that was written since can be there, so who does not ask must see the past. */
    private void enterWhileTheReplicaIsHeldUp(ReplicatedShop shop) throws Exception {
        replay.lock();
        try {
            pair.pause();
            Awaitility.await()
                    .until(() -> pair.askReplica("select pg_get_wal_replay_pause_state()")
                            .equals("paused"));
            long written = acknowledged.get();
            Awaitility.await().until(() -> acknowledged.get() > written);
            shop.enter();
            readPastTheCheck();
            pair.resume();
        } finally {
            replay.unlock();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private Thread begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                while (!over) {
                    work.run();
                }
            } catch (Exception | Error e) {
                problems.add(e);
            }
        });
        thread.start();
        return thread;
    }

    private void write(ReplicatedShop shop) throws SQLException {
        long next = acknowledged.get() + 1;
        try {
            shop.write("insert into written values (" + next + ")");
            acknowledged.set(next);
        } catch (ReadOnlyModeException e) {
            Thread.onSpinWait(); // nobody writes in a window
        }
    }

    private void read(ReplicatedShop shop) throws SQLException {
        long least = acknowledged.get();
        try (Connection connection = shop.data.getConnection()) {
            connection.setAutoCommit(false);
            long seen = Long.parseLong(ReplicatedShop.ask(connection, LAST));
            boolean replica = ReplicatedShop.ask(connection, pair.whichSide()).equals("1");
            connection.rollback();
            if (seen < least) {
                stale.add("saw " + seen + " of " + least + (replica ? " on the replica" : " on the primary"));
            }
            if (replica) {
                readsOfTheReplica.incrementAndGet();
            }
        }
    }

    private void readPastTheCheck() throws SQLException {
        long least = acknowledged.get();
        try (Connection connection = DriverManager.getConnection(pair.replicaUrl())) {
            if (Long.parseLong(ReplicatedShop.ask(connection, LAST)) < least) {
                staleWithoutTheCheck.incrementAndGet();
            }
        }
    }

    private final SplittableRandom random = new SplittableRandom(SEED);

    private void delayReplay() throws SQLException {
        replay.lock();
        try {
            delayReplayOnce();
        } finally {
            replay.unlock();
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(10)));
    }

    private void delayReplayOnce() throws SQLException {
        pair.pause();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(40)));
        pair.resume();
    }
}
