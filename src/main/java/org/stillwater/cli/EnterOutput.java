package org.stillwater.cli;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.stillwater.Window;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.EnterResult.Outcome;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaOrder;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;

/** How {@code on} tells its result. */
final class EnterOutput {
    private final OnCommand command;
    private final Window window;
    private final EnterResult result;
    private final StoreView view;

    EnterOutput(OnCommand command, Window window, EnterResult result, StoreView view) {
        this.command = command;
        this.window = window;
        this.result = result;
        this.view = view;
    }

    /** Prints the result and returns the exit code. */
    int print(boolean quiet) {
        if (exitCode() != ExitCode.DONE) {
            failure(command.err());
        } else if (!quiet) {
            warnings(command.err());
        }
        if (command.isJson()) {
            JsonOutput.print(command.out(), json());
        } else if (exitCode() == ExitCode.DONE && !quiet) {
            success(command.out());
        }
        command.err().flush();
        return exitCode();
    }

    private int exitCode() {
        return switch (result.outcome()) {
            case ENTERED, ENTERED_UNVERIFIED, ADDED -> ExitCode.DONE;
            case DRAIN_TIMED_OUT, OBJECTED, NOT_FROZEN, TOO_LATE_TO_FREEZE, INTERRUPTED, OVERTAKEN ->
                ExitCode.NOT_DRAINED;
            case NO_APPLICATION -> ExitCode.STORE;
        };
    }

    private String outcome() {
        boolean updated = result.outcome() == Outcome.ADDED && result.replaced() != null;
        return updated
                ? "updated"
                : result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private JsonObjectBuilder json() {
        return Json.createObjectBuilder()
                .add("exitCode", exitCode())
                .add("outcome", outcome())
                .add(
                        "window",
                        JsonOutput.window(snapshot().window(window.name()).orElse(window), view))
                .add("tookMillis", result.took().toMillis())
                .add("objections", Json.createArrayBuilder(result.progress().objections()))
                .add("stragglers", Json.createArrayBuilder(result.progress().stragglers()))
                .add("notFrozen", Json.createArrayBuilder(notFrozen()))
                .add("status", JsonOutput.status(view));
    }

    private List<String> notFrozen() {
        return result.outcome() == Outcome.NOT_FROZEN ? result.progress().notFrozen() : List.of();
    }

    private void success(PrintWriter out) {
        String verified = snapshot().verified() ? "verified" : "UNVERIFIED";
        out.println(headline() + " (epoch " + snapshot().epoch() + ", " + verified + ").");
        result.progress().drained().forEach(report -> drained(report, out));
        if (snapshot().replicas() == ReplicaOrder.FREEZE) {
            out.println(
                    "Frozen replicas keep on their disks what the migration writes, until they go on: see that there is"
                            + " room for it.");
        }
        out.println("When the migration is done: " + command.call("off --name " + window.name()));
        out.flush();
    }

    private String headline() {
        String name = "'" + window.name() + "'";
        return switch (outcome()) {
            case "updated" -> "Read-only mode was in force already. Window " + name + " is updated";
            case "added" -> "Read-only mode was in force already. Window " + name + " is added";
            default -> "Read-only mode is in force after " + Durations.text(result.took()) + ", window " + name;
        };
    }

    private void warnings(PrintWriter err) {
        Window replaced = result.replaced();
        if (replaced != null) {
            err.println("Window '" + window.name() + "' was open already, since "
                    + Times.text(replaced.since(), command.environment.zone()) + " by " + replaced.owner()
                    + ". One 'off' lifts it; for a window of your own use another --name.");
        }
        gone(err);
        if (!snapshot().verified()) {
            err.println("UNVERIFIED: "
                    + (result.progress().waitingFor().isEmpty()
                            ? "no running application has confirmed it."
                            : "these may still commit:"));
            result.progress().stragglers().forEach(line -> err.println("  " + line));
        }
    }

    private void failure(PrintWriter err) {
        Failures.say(
                err,
                switch (result.outcome()) {
                    case NO_APPLICATION ->
                        "No running application uses the mode store '" + view.location()
                                + "', so nothing would stop writing. Nothing was changed. Almost always the path is"
                                + " wrong: each application logs its store when it starts (STILL00601). If none is"
                                + " meant to run, add --allow-no-application";
                    case OVERTAKEN -> overtaken();
                    case OBJECTED ->
                        "An application objects. The mode is READ_WRITE again (epoch "
                                + snapshot().epoch() + ")";
                    case NOT_FROZEN ->
                        "Not all replicas can be frozen. The mode is READ_WRITE again (epoch "
                                + snapshot().epoch() + ")";
                    case TOO_LATE_TO_FREEZE ->
                        "Read-only mode is in force already, without frozen replicas, so a migration may be running."
                                + " Nothing was changed. Lift it first, or leave out --freeze-replica";
                    case INTERRUPTED ->
                        "Interrupted. The mode is READ_WRITE again (epoch "
                                + snapshot().epoch() + ")";
                    default ->
                        "Not drained within " + Durations.text(result.took()) + ". The mode is READ_WRITE again (epoch "
                                + snapshot().epoch() + "). Still in flight:";
                });
        if (result.outcome() == Outcome.DRAIN_TIMED_OUT) {
            result.progress().stragglers().forEach(line -> err.println("  " + line));
            err.println("Let them end, or end them, and try again; or wait longer with --drain-timeout; or go on all"
                    + " the same with --in-spite-of-stragglers.");
        }
        if (result.outcome() == Outcome.NOT_FROZEN) {
            result.progress().notFrozen().forEach(line -> err.println("  " + line));
            err.println(
                    "Mend that and try again, or leave out --freeze-replica. What has no replica goes on reading the"
                            + " primary with --in-spite-of-objections.");
        }
        if (result.outcome() == Outcome.OBJECTED) {
            result.progress().objections().forEach(line -> err.println("  " + line));
            err.println("Try again when that is over, or go on all the same with --in-spite-of-objections.");
        }
        gone(err);
    }

    private String overtaken() {
        List<Window> windows = snapshot().windows();
        if (windows.isEmpty()) {
            return "Somebody else has ended this drain. The mode is READ_WRITE (epoch "
                    + snapshot().epoch() + ")";
        }
        Window other = windows.get(0);
        return "Somebody else is at it: the mode is " + snapshot().mode() + " (epoch "
                + snapshot().epoch()
                + ") for window '" + other.name() + "' of " + other.owner()
                + ". Try again when that is over, or end it with: "
                + command.call("off --name " + other.name());
    }

    private void gone(PrintWriter err) {
        for (Report report : result.progress().gone()) {
            err.println("Not waited for, because its process has ended: " + Applications.name(report)
                    + (report.inFlight() == 0 ? "" : "; writes in flight at its last report: " + report.inFlight()));
            report.stragglers().forEach(write -> err.println("  " + write));
        }
    }

    private static void drained(Report report, PrintWriter out) {
        out.println("Drained: " + Applications.name(report) + ", " + Drains.summary(report));
        report.drains().stream()
                .filter(drain -> drain.state() == DrainVerdict.State.COUNTED)
                .forEach(drain -> out.println("  " + drain));
        report.replicas().stream()
                .filter(replica -> replica.state() == ReplicaReport.State.FROZEN)
                .forEach(replica -> out.println("  " + replica));
    }

    private ModeSnapshot snapshot() {
        return result.snapshot();
    }
}
