package org.stillwater.internal.window;

import java.util.List;
import java.util.stream.Stream;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaOrder;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;

/**
 * How far a drain has come.
 *
 * @param epoch the epoch that is being drained
 * @param replicas what applications are to do with their replicas
 * @param waitingFor the live applications that have not drained, or have not done it
 * @param drained the live applications that have
 * @param gone reports whose process does not live any more; not waited for
 */
public record DrainProgress(
        long epoch, ReplicaOrder replicas, List<Report> waitingFor, List<Report> drained, List<Report> gone) {

    /** The writes in flight in all live applications, as far as they have said. */
    public long inFlight() {
        return waitingFor.stream().mapToLong(Report::inFlight).sum();
    }

    /** One line for each write, application or replica that is waited for. */
    public List<String> stragglers() {
        return waitingFor.stream().flatMap(report -> lines(report).stream()).toList();
    }

    /** What live applications have against the window, one line for each objection. */
    public List<String> objections() {
        return Stream.concat(waitingFor.stream(), drained.stream())
                .filter(report -> report.epoch() >= epoch)
                .flatMap(report -> report.objections().stream().map(objection -> who(report) + objection))
                .toList();
    }

    /** Whether nothing but replicas is waited for. */
    boolean waitsForReplicasOnly() {
        return waitingFor.stream().allMatch(report -> report.hasDrained(epoch));
    }

    /** Databases of live applications that have no replica that could be frozen, one line for each. */
    List<String> withoutReplica() {
        return ofReplicas(ReplicaReport.State.NONE)
                .map(line -> line + ", so it would be read on the primary while the schema changes there:"
                        + " stillwater.replica.<unit> is not set")
                .toList();
    }

    /** Replicas that cannot be frozen, one line for each. */
    List<String> unusableReplicas() {
        return ofReplicas(ReplicaReport.State.UNUSABLE).toList();
    }

    /** Why not all replicas are frozen, one line for each. */
    public List<String> notFrozen() {
        List<String> reasons = Stream.concat(unusableReplicas().stream(), withoutReplica().stream())
                .toList();
        return reasons.isEmpty() ? stragglers() : reasons;
    }

    private Stream<String> ofReplicas(ReplicaReport.State state) {
        return Stream.concat(waitingFor.stream(), drained.stream())
                .filter(report -> report.epoch() >= epoch)
                .flatMap(report -> report.replicas().stream()
                        .filter(replica -> replica.state() == state)
                        .map(replica -> who(report) + replica));
    }

    private static String who(Report report) {
        return report.application() + " (" + report.process() + "): ";
    }

    private List<String> lines(Report report) {
        String who = who(report);
        if (report.fault() != null) {
            return Stream.concat(
                            Stream.of(who + report.fault()),
                            report.stragglers().stream().map(write -> who + write))
                    .toList();
        }
        if (report.epoch() < epoch) {
            return List.of(who + "has not answered yet; its last report is of " + report.updated());
        }
        if (report.hasDrained(epoch)) {
            return report.replicas().stream()
                    .filter(replica -> !hasDone(replica, replicas))
                    .map(replica -> who + replica)
                    .toList();
        }
        if (report.stragglers().isEmpty() && !report.drains().isEmpty()) {
            return report.drains().stream().map(drain -> who + drain).toList();
        }
        if (report.stragglers().isEmpty()) {
            return List.of(who + report.inFlight() + " writes in flight");
        }
        return report.stragglers().stream().map(write -> who + write).toList();
    }

    static DrainProgress of(ModeSnapshot now, List<Report> reports) {
        List<Report> live = reports.stream().filter(Report::alive).toList();
        return new DrainProgress(
                now.epoch(),
                now.replicas(),
                live.stream().filter(report -> !isDone(report, now)).toList(),
                live.stream().filter(report -> isDone(report, now)).toList(),
                reports.stream().filter(report -> !report.alive()).toList());
    }

    private static boolean isDone(Report report, ModeSnapshot now) {
        return report.hasDrained(now.epoch())
                && report.replicas().stream().allMatch(replica -> hasDone(replica, now.replicas()));
    }

    /** What has no replica is for the operator to decide, see {@link #withoutReplica}. */
    private static boolean hasDone(ReplicaReport replica, ReplicaOrder order) {
        if (replica.state() == ReplicaReport.State.NONE) {
            return true;
        }
        return switch (order) {
            case CHECK -> replica.state() == ReplicaReport.State.CHECKED;
            case CATCH_UP -> replica.state() == ReplicaReport.State.READY;
            case FREEZE ->
                replica.state() == ReplicaReport.State.FROZEN || replica.state() == ReplicaReport.State.PASSED_OVER;
            case USE, LEAVE, RETURN -> true;
        };
    }
}
