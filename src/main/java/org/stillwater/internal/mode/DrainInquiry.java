package org.stillwater.internal.mode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillwater.spi.DrainVerdict;

/**
 * Asks one database about one drain, on a thread of its own, because an exhausted pool or a dead network may hold the
 * one who asks for long. Ends with the first answer that is final.
 *
 * <ul>
 *   <li>A database that gives no first answer within the limit, or refuses it, is not waited for: the drain counts writes
 *       only, and says why.
 *   <li>A transaction that was seen open is waited for until the database says that it is gone, however long that is silent
 *       meanwhile. The deadline of the drain is the end of that.
 * </ul>
 *
 * <p>Thread-safe.
 */
final class DrainInquiry {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final DrainAnswer NOT_YET = DrainAnswer.waiting("the database is being asked", List.of());

    private final DrainSource source;
    private final Duration limit;
    private final Runnable changed;
    private final Consumer<String> failed;
    private final long begun = System.nanoTime();
    private volatile @Nullable Thread thread;
    private DrainAnswer answer = NOT_YET;
    private volatile boolean stopped;

    /**
     * @param limit how long the first answer may take
     * @param changed is called when there is another answer, on any thread
     * @param failed is told why a database that should answer did not
     */
    DrainInquiry(DrainSource source, Duration limit, Runnable changed, Consumer<String> failed) {
        this.source = source;
        this.limit = limit;
        this.changed = changed;
        this.failed = failed;
    }

    /** One that knows its answer, and asks nobody. */
    static DrainInquiry answered(DrainSource source, DrainAnswer answer) {
        DrainInquiry inquiry = new DrainInquiry(source, Duration.ZERO, () -> {}, reason -> {});
        inquiry.give(answer);
        return inquiry;
    }

    void start() {
        Thread asking = new Thread(null, this::ask, "stillwater-verify", 0, false);
        asking.setDaemon(true);
        thread = asking;
        asking.start();
    }

    /** Lets the thread end. Final answers stay. */
    void stop() {
        stopped = true;
        Thread asking = thread;
        if (asking != null) {
            asking.interrupt();
        }
    }

    /** What is known now. Never blocks. */
    DrainAnswer answer() {
        DrainAnswer now = known();
        if (now.equals(NOT_YET) && System.nanoTime() - begun > limit.toNanos()) {
            fail("no answer within " + limit.toMillis() + " ms; its connection pool may be exhausted");
            stop();
        }
        return known();
    }

    DrainVerdict verdict() {
        DrainAnswer now = known();
        return new DrainVerdict(source.unit(), now.state(), now.detail());
    }

    private synchronized DrainAnswer known() {
        return answer;
    }

    private void ask() {
        try {
            askUntilFinal(source.begin());
        } catch (RuntimeException | LinkageError e) {
            fail(oneLine(e));
        }
    }

    private void askUntilFinal(DrainQuestion question) {
        while (!stopped) {
            try {
                give(question.ask());
            } catch (Exception | LinkageError e) {
                fail(oneLine(e));
            }
            if (known().isFinal()) {
                return;
            }
            LockSupport.parkNanos(this, INTERVAL.toNanos());
        }
    }

    private void fail(String reason) {
        if (known().open().isEmpty()) {
            if (give(DrainAnswer.counted(reason))) {
                failed.accept(reason);
            }
        } else {
            give(DrainAnswer.waiting("a transaction was open when it answered last: " + reason, known().open()));
        }
    }

    private boolean give(DrainAnswer next) {
        synchronized (this) {
            if (stopped || answer.isFinal()) {
                return false;
            }
            answer = next;
        }
        changed.run();
        return true;
    }

    private static String oneLine(Throwable problem) {
        String message = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        return message.lines().findFirst().orElse(message).strip();
    }
}
