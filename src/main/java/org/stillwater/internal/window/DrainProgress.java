package org.stillwater.internal.window;

import java.util.List;
import java.util.stream.Stream;
import org.stillwater.spi.Report;

/**
 * How far a drain has come.
 *
 * @param epoch the epoch that is being drained
 * @param waitingFor the live applications that have not drained
 * @param drained the live applications that have
 * @param gone reports whose process does not live any more; not waited for
 */
public record DrainProgress(long epoch, List<Report> waitingFor, List<Report> drained, List<Report> gone) {

    /** The writes in flight in all live applications, as far as they have said. */
    public long inFlight() {
        return waitingFor.stream().mapToLong(Report::inFlight).sum();
    }

    /** One line for each write, or application, that is waited for. */
    public List<String> stragglers() {
        return waitingFor.stream().flatMap(report -> lines(report).stream()).toList();
    }

    /** What live applications have against the window, one line for each objection. */
    public List<String> objections() {
        return Stream.concat(waitingFor.stream(), drained.stream())
                .filter(report -> report.epoch() >= epoch)
                .flatMap(report -> report.objections().stream()
                        .map(objection -> report.application() + " (" + report.process() + "): " + objection))
                .toList();
    }

    private List<String> lines(Report report) {
        String who = report.application() + " (" + report.process() + "): ";
        if (report.fault() != null) {
            return Stream.concat(
                            Stream.of(who + report.fault()),
                            report.stragglers().stream().map(write -> who + write))
                    .toList();
        }
        if (report.epoch() < epoch) {
            return List.of(who + "has not answered yet; its last report is of " + report.updated());
        }
        if (report.stragglers().isEmpty() && !report.drains().isEmpty()) {
            return report.drains().stream().map(drain -> who + drain).toList();
        }
        if (report.stragglers().isEmpty()) {
            return List.of(who + report.inFlight() + " writes in flight");
        }
        return report.stragglers().stream().map(write -> who + write).toList();
    }

    static DrainProgress of(long epoch, List<Report> reports) {
        List<Report> live = reports.stream().filter(Report::alive).toList();
        return new DrainProgress(
                epoch,
                live.stream().filter(report -> !report.hasDrained(epoch)).toList(),
                live.stream().filter(report -> report.hasDrained(epoch)).toList(),
                reports.stream().filter(report -> !report.alive()).toList());
    }
}
