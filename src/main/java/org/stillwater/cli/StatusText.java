package org.stillwater.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaOrder;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;
import org.stillwater.spi.UndeclaredWrite;

/** What {@code status} shows to people. */
final class StatusText {
    private static final String INDENT = "           ";

    private final StoreView view;
    private final Environment environment;
    private final boolean undeclared;

    StatusText(StoreView view, Environment environment, boolean undeclared) {
        this.undeclared = undeclared;
        this.view = view;
        this.environment = environment;
    }

    void print(PrintWriter out) {
        ModeSnapshot snapshot = view.snapshot();
        out.println("Store      " + view.location());
        out.println("Mode       " + (snapshot == null ? "not known: the store cannot be read" : mode(snapshot)));
        if (snapshot != null) {
            snapshot.windows().forEach(window -> print(window, out));
            if (snapshot.announced() != null) {
                printAnnounced(snapshot.announced(), out);
            }
        }
        if (view.reports().isEmpty()) {
            out.println("No application has reported. Is this the store that they log as STILL00601?");
        }
        view.reports().forEach(report -> print(report, out));
        out.flush();
    }

    private String mode(ModeSnapshot snapshot) {
        String mode = snapshot.mode() + " (epoch " + snapshot.epoch() + ")";
        if (snapshot.mode() == AccessMode.READ_ONLY) {
            return mode
                    + (snapshot.verified() ? ", verified" : ", UNVERIFIED: entered in spite of stragglers")
                    + (snapshot.replicas() == ReplicaOrder.FREEZE ? ", replicas frozen" : "");
        }
        Instant deadline = snapshot.deadline();
        if (deadline == null) {
            return mode;
        }
        return mode
                + (snapshot.isOverdue(view.now()) ? ", out of time since " : ", back to READ_WRITE at ")
                + time(deadline);
    }

    private void print(Window window, PrintWriter out) {
        out.println("Window     " + window.name() + (window.reason() == null ? "" : ": " + window.reason()));
        out.println(INDENT + "opened " + time(window.since()) + " by " + window.owner() + ", "
                + Durations.text(Duration.between(window.since(), view.now())) + " ago");
        out.println(INDENT + expectedEnd(window.end()));
    }

    private void printAnnounced(Window window, PrintWriter out) {
        Instant start = window.since();
        String distance = Durations.text(Duration.between(view.now(), start).abs());
        out.println("Announced  read-only mode from " + time(start)
                + (start.isBefore(view.now()) ? ", " + distance + " ago; withdraw it, or enter it" : ", in " + distance)
                + ", by " + window.owner());
        if (window.end() != null) {
            out.println(INDENT + expectedEnd(window.end()));
        }
    }

    private String expectedEnd(@Nullable Instant end) {
        if (end == null) {
            return "expected end not given";
        }
        String distance = Durations.text(Duration.between(view.now(), end));
        return "expected end " + time(end)
                + (end.isBefore(view.now()) ? ", OVERRUN by " + distance : ", in " + distance);
    }

    private void print(Report report, PrintWriter out) {
        out.println("App        " + Applications.name(report) + ", " + state(report));
        report.guards().forEach(guard -> out.println(INDENT + "guard: " + guard));
        report.replicas().stream()
                .filter(replica -> replica.state() != ReplicaReport.State.NONE)
                .forEach(replica -> out.println(INDENT + "replica: " + replica));
        report.drains().forEach(drain -> out.println(INDENT + "drain: " + drain));
        if (report.fault() != null) {
            out.println(INDENT + "FAULT: " + report.fault());
        }
        report.stragglers().forEach(write -> out.println(INDENT + "in flight: " + write));
        printUndeclared(report.undeclared(), out);
    }

    private void printUndeclared(List<UndeclaredWrite> writes, PrintWriter out) {
        if (undeclared) {
            writes.forEach(write -> out.println(INDENT + "undeclared: " + write));
            if (writes.isEmpty()) {
                out.println(INDENT + "undeclared: none met");
            }
        } else if (!writes.isEmpty()) {
            out.println(INDENT + "undeclared writes met: " + writes.size() + " kinds, see --undeclared");
        }
    }

    private String state(Report report) {
        String age = Durations.text(view.age(report));
        if (!report.alive()) {
            return "GONE: its process has ended; last report " + age + " ago" + writes(report);
        }
        return (report.epoch() < 0 ? "starting" : report.mode() + " (epoch " + report.epoch() + ")")
                + (report.drained() ? ", drained, " + Drains.summary(report) : "")
                + writes(report)
                + (view.isStale(report)
                        ? ", NOT REPORTING: last report " + age + " ago, but its process lives"
                        : ", reported " + age + " ago");
    }

    private static String writes(Report report) {
        return report.inFlight() == 0 ? "" : ", writes in flight: " + report.inFlight();
    }

    private String time(Instant instant) {
        return Times.text(instant, environment.zone());
    }
}
