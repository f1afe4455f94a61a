package org.stillwater.internal.runtime;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.internal.background.BackgroundWork;
import org.stillwater.internal.config.Settings;
import org.stillwater.internal.config.SettingsReader;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.gate.WaitingLine;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.mode.ModeListener;
import org.stillwater.internal.mode.ModeMachine;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.mode.Objector;
import org.stillwater.internal.mode.Watched;
import org.stillwater.internal.store.MemoryModeStore;
import org.stillwater.internal.undeclared.UndeclaredWrites;
import org.stillwater.internal.window.WindowCoordinator;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ReplicaReport;

/**
 * The library at work in one application. There is one for each class loader that holds the library: one for a WAR, one
 * for an EAR with the library in its {@code lib}, however many WARs that has.
 *
 * <p>Started by the CDI extension; or by whoever asks first, because a server may create a persistence unit before it
 * starts CDI, and a write must never find nobody to ask. If that deployment fails, CDI never starts and nobody stops the
 * runtime; so a runtime that was only asked for
 * ends with the last session factory.
 *
 * <p>Thread-safe.
 */
public final class ReadOnlyRuntime {
    private static final Log LOG = Log.of("runtime");
    private static final int UNDECLARED_SHOWN = 100;
    private static final List<Object> GUARDS = new CopyOnWriteArrayList<>();
    private static volatile @Nullable ReadOnlyRuntime current;

    private final Settings settings;
    private final ModeStore store;
    private final WriteAdmission admission;
    private final TransactionContext transactions;
    private final GuardFinder finder;
    private final ModeMachine machine;
    private final WaitingLine waitingLine;
    private final Probes probes = new Probes(() -> guards(ProbedGuard.class));
    private final Replicas replicas = new Replicas(() -> guards(ReplicatedGuard.class));
    private final UndeclaredWrites undeclared = new UndeclaredWrites();
    private final RefusedWrites refusals;
    private final BackgroundWork background;
    private volatile boolean owned;

    private ReadOnlyRuntime(
            Settings settings,
            ModeStore store,
            TransactionContext transactions,
            GuardFinder finder,
            Identity identity) {
        this.settings = settings;
        this.store = store;
        this.transactions = transactions;
        this.finder = finder;
        WriteGate gate = new WriteGate();
        this.admission = new WriteAdmission(gate, transactions);
        this.machine = new ModeMachine(
                store,
                gate,
                admission,
                identity,
                new Watched(
                        this::reportedGuards,
                        () -> undeclared.list(UNDECLARED_SHOWN),
                        () -> {
                            finder.find();
                            return guards(DrainSource.class);
                        },
                        replicas::reports),
                settings.requestGrace(),
                Clock.systemUTC());
        this.refusals = new RefusedWrites(machine::state, undeclared, settings.rehearsal(), admission::isDeclared);
        this.waitingLine = new WaitingLine(settings.maxWaiters(), settings.waitTimeout());
        this.background = new BackgroundWork(
                Integrations.timers(),
                Integrations.ownTransactions(),
                Integrations.delivery(),
                machine::state,
                Clock.systemUTC());
        machine.listen((before, now) -> {
            if (before.mode() == AccessMode.READ_ONLY && !now.mode().refusesNewWrites()) {
                emptyCaches();
            }
        });
        machine.listen((before, now) -> {
            if (!now.mode().refusesNewWrites()) {
                waitingLine.opened();
            }
            background.changed(now);
        });
        machine.listen(probes);
        machine.listen(replicas);
        machine.listen(new NamesInSettings(settings));
    }

    private List<String> reportedGuards() {
        finder.find();
        probes.watch();
        return Stream.concat(
                        guardLines().stream(), Stream.of(background.toString()).filter(line -> !line.isEmpty()))
                .toList();
    }

    /** The runtime of this application; it is started if nobody has yet. */
    public static ReadOnlyRuntime current() {
        ReadOnlyRuntime running = current;
        return running != null ? running : startUnowned();
    }

    /**
     * The runtime of this application, or null if nobody has started it yet: for those who may ask before the
     * application is there, and for whom it is right to do nothing then.
     */
    public static @Nullable ReadOnlyRuntime ifStarted() {
        return current;
    }

    /**
     * Starts the runtime, unless it runs, for somebody who will {@link #stop()} it.
     *
     * @throws IllegalArgumentException if a setting is malformed
     */
    public static synchronized ReadOnlyRuntime start() {
        ReadOnlyRuntime running = startUnowned();
        running.owned = true;
        return running;
    }

    private static synchronized ReadOnlyRuntime startUnowned() {
        ReadOnlyRuntime running = current;
        if (running == null || running.machine.state().equals(ModeState.STOPPED)) {
            running = create(SettingsReader.read(Integrations.settings()));
            current = running;
        }
        return running;
    }

    /** Stops the runtime, if it runs. Writes are refused until it is started again. */
    public static synchronized void stop() {
        ReadOnlyRuntime running = current;
        if (running != null) {
            running.machine.close();
            running.waitingLine.stop();
            running.probes.stop();
            running.replicas.stop();
            running.finder.close();
            running.background.stop();
        }
    }

    private static ReadOnlyRuntime create(Settings settings) {
        Identity identity = Identity.of(ApplicationName.of(settings), settings.version());
        ModeStore store = settings.enabled() ? Stores.open(settings, identity.application()) : new MemoryModeStore();
        GuardFinder finder = settings.enabled() ? Integrations.guards() : GuardFinder.NONE;
        ReadOnlyRuntime runtime = new ReadOnlyRuntime(settings, store, Integrations.transactions(), finder, identity);
        runtime.machine.start();
        if (settings.enabled()) {
            LOG.info(
                    "STILL00601",
                    "Stillwater guards application '%s'. Mode store: '%s'. Mode: %s",
                    identity.application(),
                    store.location(),
                    runtime.machine.mode());
        } else {
            LOG.warn("STILL00602", "Stillwater is switched off by stillwater.enabled=false: no write is refused");
        }
        return runtime;
    }

    /** The settings of this application. */
    public Settings settings() {
        return settings;
    }

    /** What applies now. */
    public ModeState state() {
        return machine.state();
    }

    /** Adds a listener to changes of mode. */
    public void listen(ModeListener listener) {
        machine.listen(listener);
    }

    /** Adds somebody who may object to read-only mode being entered. */
    public void mayObject(Objector objector) {
        machine.mayObject(objector);
    }

    /** Gives out permits. */
    public WriteAdmission admission() {
        return admission;
    }

    /** Holds writes with the policy {@code WAIT}. */
    public WaitingLine waitingLine() {
        return waitingLine;
    }

    /** Background work that was refused, and must not be lost. */
    public BackgroundWork background() {
        return background;
    }

    /** The transactions of this application. */
    public TransactionContext transactions() {
        return transactions;
    }

    /** Opens and lifts windows in the store of this application. */
    public WindowCoordinator coordinator() {
        return new WindowCoordinator(store, Clock.systemUTC());
    }

    /** Applies what the store says now, so that who has just changed it sees his change. */
    public void refresh() {
        machine.tick();
    }

    /** What the second-level caches hold may be older than the databases. */
    public void emptyCaches() {
        guards(CachingGuard.class).forEach(CachingGuard::forgetCached);
    }

    /** What is known about the replicas of this application. */
    public List<ReplicaReport> replicaReports() {
        return replicas.reports();
    }

    /** Something that this application reports has changed. */
    public void reportSoon() {
        machine.wake();
    }

    /** Whether a write that is tried here and now is refused. */
    public boolean refusesWritesHere() {
        return machine.refusesNewWrites() && !admission.isAdmitted();
    }

    /** Whether what is done here writes no more, even if the window has been lifted since its transaction became so. */
    public boolean writesNoMoreHere() {
        return refusesWritesHere() || transactions.isActive() && admission.isTransactionReadOnly();
    }

    /** Changes of droppable attributes were dropped on this thread. */
    public void noteDropped(int changes) {
        RequestTally.noteDropped(changes);
    }

    /**
     * Adds a line about what refuses writes below the method; its {@code toString()} is asked for each report. If it is a
     * {@link DrainSource}, a drain asks it; if it is a {@link ProbedGuard}, it is asked to find out whether its database
     * refuses, when writes are. Does not start the runtime, because guards are often there before the application is.
     */
    public static void addGuard(Object guard) {
        GUARDS.add(guard);
        ReadOnlyRuntime running = current;
        if (running != null && guard instanceof ProbedGuard probed) {
            running.probes.added(probed);
        }
        if (running != null && guard instanceof ReplicatedGuard replicated) {
            running.replicas.added(replicated);
        }
    }

    /**
     * Notices a write that came before the library: some servers make a persistence unit's tables before they start CDI.
     *
     * @throws IllegalStateException if there was one, in a mode in which it would have been refused
     */
    public void requireNothingWrittenBefore() {
        String written = finder.writtenBefore();
        if (written != null && machine.refusesNewWrites()) {
            throw new IllegalStateException(Log.message(
                    "STILL00610",
                    "%s when this application was deployed, before Stillwater could refuse it in mode %s. Deploy it"
                            + " within a window only without schema generation, and look at the tables",
                    written,
                    machine.mode()));
        }
    }

    /** Takes the line back, if there is one. */
    public static void removeGuard(@Nullable Object guard) {
        GUARDS.removeIf(known -> known == guard);
        ReadOnlyRuntime running = current;
        if (running != null && guard instanceof ProbedGuard probed) {
            running.probes.removed(probed);
        }
        if (guard instanceof ReplicatedGuard replicated) {
            replicated.stopReplica();
        }
    }

    /**
     * Stops a runtime that nobody will: it was asked for, but never started, and no guard is left that could ask again. Who
     * asks nevertheless starts another.
     */
    public static synchronized void stopIfForsaken() {
        ReadOnlyRuntime running = current;
        if (running != null && !running.owned && GUARDS.isEmpty()) {
            stop();
            current = null;
        }
    }

    /** The lines of all guards. */
    public static List<String> guardLines() {
        return GUARDS.stream().map(Object::toString).sorted().toList();
    }

    private static <T> List<T> guards(Class<T> type) {
        return GUARDS.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The undeclared writes of this application. */
    public UndeclaredWrites undeclaredWrites() {
        return undeclared;
    }

    /** Refuses writes, by exceptions. */
    public RefusedWrites refusals() {
        return refusals;
    }
}
