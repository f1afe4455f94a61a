package org.stillwater.internal.store;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.Report;

/**
 * Stands for a store that could not be opened: each call tries again, so an application whose store directory gets the
 * right owner later needs no restart. Until then every call is a {@link org.stillwater.spi.ModeStoreException}, and
 * writes are refused. Thread-safe.
 */
public final class UnusableModeStore implements ModeStore {
    private final String location;
    private final Supplier<ModeStore> opening;
    private @Nullable ModeStore opened;

    /** @param opening opens the store or throws a {@link org.stillwater.spi.ModeStoreException} */
    public UnusableModeStore(String location, Supplier<ModeStore> opening) {
        this.location = location;
        this.opening = opening;
    }

    private synchronized ModeStore store() {
        ModeStore store = opened;
        if (store == null) {
            store = opening.get();
            opened = store;
        }
        return store;
    }

    @Override
    public ModeSnapshot read() {
        return store().read();
    }

    @Override
    public boolean compareAndSet(ModeSnapshot expected, ModeSnapshot next) {
        return store().compareAndSet(expected, next);
    }

    @Override
    public ModeSnapshot reset() {
        return store().reset();
    }

    @Override
    public void publish(Report report) {
        store().publish(report);
    }

    @Override
    public void withdraw(String instance) {
        store().withdraw(instance);
    }

    @Override
    public List<Report> reports() {
        return store().reports();
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
