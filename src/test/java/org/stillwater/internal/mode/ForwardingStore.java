package org.stillwater.internal.mode;

import java.util.List;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;
import org.stillwater.spi.WatchableModeStore;

/** Does what another store does; tests override what they want to see or to break. */
public class ForwardingStore implements WatchableModeStore {
    private final WatchableModeStore delegate;

    public ForwardingStore(WatchableModeStore delegate) {
        this.delegate = delegate;
    }

    @Override
    public ModeSnapshot read() {
        return delegate.read();
    }

    @Override
    public boolean compareAndSet(ModeSnapshot expected, ModeSnapshot next) {
        return delegate.compareAndSet(expected, next);
    }

    @Override
    public ModeSnapshot reset() {
        return delegate.reset();
    }

    @Override
    public void publish(Report report) {
        delegate.publish(report);
    }

    @Override
    public void withdraw(String instance) {
        delegate.withdraw(instance);
    }

    @Override
    public List<Report> reports() {
        return delegate.reports();
    }

    @Override
    public void watch(Runnable changed) {
        delegate.watch(changed);
    }

    @Override
    public String location() {
        return delegate.location();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
