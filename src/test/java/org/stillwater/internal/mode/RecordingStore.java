package org.stillwater.internal.mode;

import java.util.ArrayList;
import java.util.List;
import org.stillwater.internal.store.MemoryModeStore;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.Report;

/** A store that remembers who was called and fails when it is told to. */
final class RecordingStore extends ForwardingStore {
    private final List<String> calls = new ArrayList<>();
    private Runnable onFirstPublish = () -> {};
    private volatile String publishProblem;
    private volatile String readProblem;

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
        readProblem = problem;
    }

    @Override
    public synchronized ModeSnapshot read() {
        calls.add("read");
        if (readProblem != null) {
            throw new ModeStoreException(readProblem);
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
}
