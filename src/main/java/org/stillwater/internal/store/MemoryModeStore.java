package org.stillwater.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;
import org.stillwater.spi.WatchableModeStore;

/**
 * A store in memory, for tests and for an application that enters read-only mode only from its own code. No command line
 * reaches it, and a restart forgets it. Thread-safe.
 */
public final class MemoryModeStore implements WatchableModeStore {
    private final Map<String, Report> reports = new TreeMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private ModeSnapshot current = ModeSnapshot.INITIAL;

    @Override
    public synchronized ModeSnapshot read() {
        return current;
    }

    @Override
    public boolean compareAndSet(ModeSnapshot expected, ModeSnapshot next) {
        synchronized (this) {
            if (current.epoch() != expected.epoch()) {
                return false;
            }
            current = next;
        }
        watchers.forEach(Runnable::run);
        return true;
    }

    @Override
    public ModeSnapshot reset() {
        ModeSnapshot next;
        synchronized (this) {
            next = current.aborted();
            current = next;
        }
        watchers.forEach(Runnable::run);
        return next;
    }

    @Override
    public synchronized void publish(Report report) {
        reports.put(report.instance(), report.seen(true, Instant.now()));
    }

    @Override
    public synchronized void withdraw(String instance) {
        reports.remove(instance);
    }

    @Override
    public synchronized List<Report> reports() {
        return new ArrayList<>(reports.values());
    }

    @Override
    public void watch(Runnable changed) {
        watchers.add(changed);
    }

    @Override
    public String location() {
        return "memory";
    }

    @Override
    public void close() {
        watchers.clear();
    }
}
