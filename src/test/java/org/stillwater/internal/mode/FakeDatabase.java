package org.stillwater.internal.mode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.stillwater.spi.Report;

/** A database that says what a test wants it to say. */
public final class FakeDatabase implements DrainSource {
    private final String unit;
    private final AtomicInteger drains = new AtomicInteger();
    private final List<Long> askedAt = new CopyOnWriteArrayList<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private volatile RuntimeException noBeginning;
    private volatile DrainQuestion answer = () -> DrainAnswer.verified("PostgreSQL");

    public FakeDatabase(String unit) {
        this.unit = unit;
    }

    /** From now on it has this transaction open. */
    public void open(String transaction) {
        answer = () -> DrainAnswer.waiting(
                "PostgreSQL has a transaction open",
                List.of(new Report.Straggler(transaction, "session 1", Duration.ofSeconds(7))));
    }

    /** From now on nothing is open. */
    public void commit() {
        answer = () -> DrainAnswer.verified("PostgreSQL");
    }

    public void answerWith(DrainAnswer fixed) {
        answer = () -> fixed;
    }

    void failToBegin(RuntimeException problem) {
        noBeginning = problem;
    }

    void fail(Exception problem) {
        answer = () -> {
            throw problem;
        };
    }

    /** From now on whoever asks waits until he is interrupted. */
    void hang() {
        answer = () -> {
            try {
                new CountDownLatch(1).await();
                throw new AssertionError();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };
    }

    CountDownLatch interrupted() {
        return interrupted;
    }

    int drains() {
        return drains.get();
    }

    int questions() {
        return askedAt.size();
    }

    /** The {@link System#nanoTime()} of each question. */
    List<Long> askedAt() {
        return askedAt;
    }

    @Override
    public String unit() {
        return "persistence unit '" + unit + "'";
    }

    @Override
    public DrainQuestion begin() {
        drains.incrementAndGet();
        if (noBeginning != null) {
            throw noBeginning;
        }
        return () -> {
            askedAt.add(System.nanoTime());
            return answer.ask();
        };
    }
}
