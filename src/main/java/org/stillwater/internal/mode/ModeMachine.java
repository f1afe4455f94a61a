package org.stillwater.internal.mode;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.internal.gate.RoughTime;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.WatchableModeStore;

/**
 * Follows the store and drives the gate.
 *
 * <p><b>Start-up order:</b> publish the report, then read the mode, then admit writes. An operator's tool writes
 * {@code DRAINING} first and lists reports afterwards. So either it lists this report and waits for it, or this report
 * came after its listing, and then the mode that is read here afterwards is {@code DRAINING} already.
 *
 * <p><b>Order of a change:</b> the gate is closed before a mode that refuses writes is shown, and opened after
 * {@code READ_WRITE} is shown. A report that says "drained" is composed after the gate was closed and found empty, and
 * names the epoch that closed it; and after the databases that can be asked have said that nothing is open.
 *
 * <p>One thread of its own reads the store, at once when the store says that something changed and every
 * {@link Timing#POLL} in any case, and publishes. A gate that drains wakes it. {@link #tick()} is the only method that changes
 * anything; it is synchronized, so start and thread do not meet.
 *
 * <p>Thread-safe.
 */
public final class ModeMachine implements AutoCloseable {
    private static final Log LOG = Log.of("mode");

    private final ModeStore store;
    private final WriteGate gate;
    private final WriteAdmission admission;
    private final Reporter reporter;
    private final SoftPermits softPermits;
    private final Objections objections = new Objections();
    private final Timing timing;
    private final DrainWatch drainWatch;
    private final List<ModeListener> listeners = new CopyOnWriteArrayList<>();
    private volatile ModeState state = ModeState.STARTING;
    private volatile boolean running;
    private boolean finished;
    private final LinkedRecords linkedRecords = new LinkedRecords();
    private volatile @Nullable Thread thread;

    /**
     * @param watched what is asked for each report
     * @param requestGrace how long a request that has not written delays a drain
     */
    public ModeMachine(
            ModeStore store,
            WriteGate gate,
            WriteAdmission admission,
            Identity identity,
            Watched watched,
            Duration requestGrace,
            Clock clock) {
        this(store, gate, admission, identity, watched, Timing.of(requestGrace, clock));
    }

    ModeMachine(
            ModeStore store,
            WriteGate gate,
            WriteAdmission admission,
            Identity identity,
            Watched watched,
            Timing timing) {
        this.store = store;
        this.gate = gate;
        this.admission = admission;
        DrainVerification verification = new DrainVerification(watched.databases(), this::wake);
        this.reporter = new Reporter(store, gate, admission, identity, watched, verification, objections, timing);
        this.softPermits = new SoftPermits(admission, timing);
        this.drainWatch = new DrainWatch(timing.nanoTime());
        this.timing = timing;
    }

    /** What applies now. */
    public ModeState state() {
        return state;
    }

    /** Adds a listener; it is told of changes from now on. */
    public void listen(ModeListener listener) {
        listeners.add(listener);
    }

    /** Adds somebody who may object to read-only mode being entered; he is asked from the next drain on. */
    public void mayObject(Objector objector) {
        objections.add(objector);
    }

    /** Reads the store for the first time and follows it from then on. */
    public void start() {
        running = true;
        tick();
        Thread follower = new Thread(this::follow, "stillwater-" + reporter.application());
        follower.setDaemon(true);
        thread = follower;
        if (store instanceof WatchableModeStore watchable) {
            watch(watchable, follower);
        }
        follower.start();
    }

    private void watch(WatchableModeStore watchable, Thread follower) {
        try {
            watchable.watch(() -> LockSupport.unpark(follower));
        } catch (ModeStoreException e) {
            LOG.warn(
                    "STILL00201",
                    "Changes are seen by polling only, every %d ms: %s",
                    timing.poll().toMillis(),
                    e.getMessage());
        }
    }

    private void follow() {
        while (running) {
            try {
                tick();
            } catch (RuntimeException | Error e) {
                fail("The library failed unexpectedly: " + e, e);
            }
            if (running) {
                LockSupport.parkNanos(this, timing.poll().toNanos());
            }
        }
        awaitLastWrite();
    }

    /** Something that a report says has changed: looks at it now. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /** Reads the store once, applies what it says and publishes. */
    public synchronized void tick() {
        if (!running) {
            return;
        }
        RoughTime.look();
        try {
            reporter.requirePublished(state);
            ModeSnapshot snapshot = store.read();
            if (state.fault() != null && !state.equals(ModeState.STARTING)) {
                // The store is back, perhaps without this report; so everything in the order of a start.
                reporter.publishAgain(state);
                snapshot = store.read();
            }
            apply(returnIfOverdue(snapshot));
        } catch (ModeStoreException e) {
            fail(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
        objections.watch(state);
        softPermits.watch(state);
        if (mode().refusesNewWrites()) {
            admission.endOver();
        }
        letDrainedGateBe();
        reporter.publish(state);
    }

    /** From now on whoever leaves the gate empty wakes this machine, so that it reports at once. */
    private void closeGate() {
        if (!gate.isDrained()) {
            gate.setCloser(thread);
            gate.close();
        }
    }

    /** A closed gate that is empty stays so; those who are turned back there must not wake anybody. */
    private void letDrainedGateBe() {
        if (gate.isDrained()) {
            gate.setCloser(null);
        }
    }

    private ModeSnapshot returnIfOverdue(ModeSnapshot snapshot) {
        if (!drainWatch.isOverdue(snapshot, timing.clock().instant())) {
            return snapshot;
        }
        if (store.compareAndSet(snapshot, snapshot.aborted())) {
            LOG.warn(
                    "STILL00202",
                    "The drain for window '%s' ran out of time (deadline %s). Writes go on",
                    snapshot.windows().get(0).name(),
                    snapshot.deadline());
        }
        return store.read();
    }

    private void apply(ModeSnapshot snapshot) {
        ModeState before = state;
        ModeState now = new ModeState(snapshot, null);
        if (now.equals(before)) {
            return;
        }
        if (now.mode().refusesNewWrites()) {
            closeGate();
            change(before, now);
        } else {
            state = now;
            gate.open();
            change(before, now);
        }
    }

    private synchronized void fail(String fault, Throwable cause) {
        closeGate();
        ModeState before = state;
        if (fault.equals(before.fault())) {
            return;
        }
        LOG.error("STILL00203", cause, "Writes are refused, because the mode is not known: %s", fault);
        change(before, new ModeState(before.snapshot(), fault));
    }

    private void change(ModeState before, ModeState now) {
        state = now;
        if (before.mode() != now.mode() || before.fault() != null) {
            LOG.info(
                    "STILL00204",
                    "Mode %s (epoch %d)%s",
                    now.mode(),
                    now.snapshot().epoch(),
                    reasons(now));
        }
        for (ModeListener listener : listeners) {
            try {
                listener.changed(before, now);
            } catch (RuntimeException e) {
                LOG.error("STILL00205", e, "A listener failed; the change of mode stands");
            }
        }
    }

    private static String reasons(ModeState now) {
        StringBuilder text = new StringBuilder();
        now.snapshot()
                .windows()
                .forEach(window -> text.append(", window '")
                        .append(window.name())
                        .append("' of ")
                        .append(window.owner())
                        .append(window.reason() == null ? "" : ": " + window.reason()));
        return text.toString();
    }

    /**
     * Stops following; writes are refused from now on, and the store is closed. With writes still in flight the report
     * stays until the last one has ended: whoever enters read-only mode meanwhile must wait for it.
     */
    @Override
    public void close() {
        synchronized (this) {
            if (!running) {
                return;
            }
            running = false;
            closeGate();
            state = ModeState.STOPPED;
        }
        if (gate.isDrained()) {
            finish();
        } else {
            LOG.warn("STILL00208", "The application is stopped while %d writes are in flight", gate.inFlight());
        }
        LockSupport.unpark(thread);
    }

    private void awaitLastWrite() {
        while (!gate.isDrained()) {
            publishLast();
            LockSupport.parkNanos(this, timing.poll().toNanos());
        }
        finish();
    }

    /** Whatever fails in an application that is stopped, its report must go when its last write has ended. */
    private void publishLast() {
        try {
            admission.endOver();
            reporter.publish(state);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The report of an application that is stopped is not published: %s", e);
        }
    }

    private synchronized void finish() {
        if (!finished) {
            finished = true;
            gate.setCloser(null);
            admission.forgetAllClosed();
            reporter.withdraw();
            store.close();
            linkedRecords.forget();
        }
    }

    /** Whether a write that begins now is refused, unless its chain was admitted before. */
    public boolean refusesNewWrites() {
        return mode().refusesNewWrites();
    }

    /** The mode now. */
    public AccessMode mode() {
        return state.mode();
    }
}
