package org.stillwater.internal.mode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.gate.OpenPermit;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;

/**
 * Publishes the report of this application: when something that an operator waits for has changed, and once in a
 * {@link Timing#HEARTBEAT} in any case. Confined to {@link ModeMachine}.
 */
final class Reporter {
    private static final int STRAGGLERS_SHOWN = 20;
    private static final Log LOG = Log.of("mode");

    private final ModeStore store;
    private final WriteGate gate;
    private final WriteAdmission admission;
    private final Identity identity;
    private final Watched watched;
    private final DrainVerification verification;
    private final Objections objections;
    private final Timing timing;
    private boolean visible;
    private @Nullable ModeState published;
    private boolean publishedDrained;
    private List<DrainVerdict> publishedDrains = List.of();
    private List<ReplicaReport> publishedReplicas = List.of();
    private long publishedAt;
    private @Nullable String lastProblem;

    Reporter(
            ModeStore store,
            WriteGate gate,
            WriteAdmission admission,
            Identity identity,
            Watched watched,
            DrainVerification verification,
            Objections objections,
            Timing timing) {
        this.store = store;
        this.gate = gate;
        this.admission = admission;
        this.identity = identity;
        this.watched = watched;
        this.verification = verification;
        this.objections = objections;
        this.timing = timing;
    }

    String application() {
        return identity.application();
    }

    /**
     * Publishes for the first time, or throws: an application that nobody can wait for must not admit writes. Later
     * failures are harmless, because the last report stays and says less than the truth.
     */
    void requirePublished(ModeState state) {
        if (!visible) {
            publishAgain(state);
        }
    }

    /** Publishes, or throws, whatever was published before: the store may have lost it. */
    void publishAgain(ModeState state) {
        store.publish(
                report(state, false, verification.verdicts(), watched.replicas().get()));
        visible = true;
    }

    void publish(ModeState state) {
        if (!visible) {
            return;
        }
        boolean drained = verification.isSettled(state, gate.isDrained());
        List<DrainVerdict> drains = verification.verdicts();
        List<ReplicaReport> replicas = watched.replicas().get();
        boolean quiet = state.equals(published)
                && drained == publishedDrained
                && drains.equals(publishedDrains)
                && replicas.equals(publishedReplicas);
        if (quiet
                && timing.nanoTime().getAsLong() - publishedAt
                        < timing.heartbeat().toNanos()) {
            return;
        }
        try {
            store.publish(report(state, drained, drains, replicas));
            published = state;
            publishedDrained = drained;
            publishedDrains = drains;
            publishedReplicas = replicas;
            publishedAt = timing.nanoTime().getAsLong();
            lastProblem = null;
        } catch (ModeStoreException e) {
            warnOnce(e);
        }
    }

    private void warnOnce(ModeStoreException e) {
        published = null;
        if (!String.valueOf(e.getMessage()).equals(lastProblem)) {
            lastProblem = String.valueOf(e.getMessage());
            LOG.error("STILL00206", e, "The report of this application is not published: %s", lastProblem);
        }
    }

    void withdraw() {
        verification.stop();
        try {
            store.withdraw(identity.instance());
        } catch (ModeStoreException e) {
            LOG.warn("STILL00207", "The report of this application is not withdrawn: %s", e.getMessage());
        }
    }

    private Report report(ModeState state, boolean drained, List<DrainVerdict> drains, List<ReplicaReport> replicas) {
        boolean waiting = state.mode().refusesNewWrites() && !drained;
        List<Report.Straggler> stragglers = waiting ? stragglers() : List.of();
        boolean started = !state.equals(ModeState.STARTING);
        return new Report(
                identity.instance(),
                identity.application(),
                identity.version(),
                identity.process().toString(),
                identity.started(),
                Instant.now(),
                true,
                started ? state.snapshot().epoch() : -1,
                state.mode(),
                drained && state.fault() == null,
                gate.inFlight(),
                drains,
                objections.current(),
                stragglers,
                watched.guards().get(),
                replicas,
                watched.undeclared().get(),
                started ? state.fault() : null);
    }

    private List<Report.Straggler> stragglers() {
        return Stream.concat(
                        admission.openPermits().stream().map(Reporter::straggler), verification.stragglers().stream())
                .limit(STRAGGLERS_SHOWN)
                .toList();
    }

    private static Report.Straggler straggler(OpenPermit permit) {
        return new Report.Straggler(permit.what(), permit.where(), Duration.ofNanos(permit.ageNanos()));
    }
}
