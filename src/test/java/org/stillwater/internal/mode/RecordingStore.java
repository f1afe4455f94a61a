package org.stillwater.internal.mode;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.stillwater.AccessMode;
import org.stillwater.internal.store.MemoryModeStore;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.Report;

/** A store that remembers who was called and fails when it is told to. */
final class RecordingStore extends ForwardingStore {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private Runnable onFirstPublish = () -> {};
    private volatile String publishProblem;
    private volatile Supplier<RuntimeException> readProblem;
    private volatile boolean losesRaces;
    private volatile boolean closed;

    RecordingStore() {
        super(new MemoryModeStore());
    }

    List<String> calls() {
        return calls;
    }

    void onFirstPublish(Runnable check) {
        onFirstPublish = check;
    }

    void failPublishing(String problem) {
        publishProblem = problem;
    }

    void failReading(String problem) {
        failReadingWith(problem == null ? null : () -> new ModeStoreException(problem));
    }

    void failReadingWith(Supplier<RuntimeException> problem) {
        readProblem = problem;
    }

    /** From now on somebody else has always ended an overdue drain a moment ago. */
    void loseRaces() {
        losesRaces = true;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized ModeSnapshot read() {
        calls.add("read");
        Supplier<RuntimeException> problem = readProblem;
        if (problem != null) {
            throw problem.get();
        }
        return super.read();
    }

    @Override
    public synchronized void publish(Report report) {
        calls.add("publish");
        onFirstPublish.run();
        onFirstPublish = () -> {};
        if (publishProblem != null) {
            throw new ModeStoreException(publishProblem);
        }
        super.publish(report);
    }

    @Override
    public boolean compareAndSet(ModeSnapshot expected, ModeSnapshot next) {
        boolean done = super.compareAndSet(expected, next);
        return done && !(losesRaces && expected.mode() == AccessMode.DRAINING);
    }

    @Override
    public void close() {
        closed = true;
        super.close();
    }
}
