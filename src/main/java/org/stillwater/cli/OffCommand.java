package org.stillwater.cli;

import jakarta.json.Json;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.internal.window.WindowCoordinator;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lifts windows. */
@Command(
        name = "off",
        description = {
            "Lifts the window. When no window is left the mode is READ_WRITE, and every running application admits"
                    + " writes again within a fraction of a second. It also ends a drain that is going on. If nothing"
                    + " is open it says so and is done."
        },
        exitCodeList = {
            "0:done, or nothing was open",
            "2:wrong usage, several windows are open and none was named, or no window of that name is open",
            "4:mode store not reachable or corrupt; --reset repairs it"
        },
        footer = {
            "",
            "Examples:",
            "  export STILLWATER_STORE=/opt/wildfly/standalone/data/stillwater/shop",
            "  ${COMMAND-FULL-NAME}",
            "  ${COMMAND-FULL-NAME} --name release-4.2",
            "  ${COMMAND-FULL-NAME} --reset"
        })
final class OffCommand extends StoreCommand {
    @ArgGroup(order = 1)
    private @Nullable Which which;

    /** Which windows; without it the only one that is open. */
    static final class Which {
        @Option(names = "--name", paramLabel = "NAME", order = 1, description = "The window to lift.")
        private @Nullable String name;

        @Option(names = "--all", order = 2, description = "Lift all windows, also those that others have opened.")
        private boolean all;

        @Option(
                names = "--reset",
                order = 3,
                description = "Repair a store that is corrupt, has disappeared or has gone back to an older state: no"
                        + " window is open afterwards.")
        private boolean reset;
    }

    OffCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        if (which != null && which.reset) {
            return new Reset(this).run();
        }
        try (FileModeStore store = open()) {
            List<Window> lifted = lift(store, new WindowCoordinator(store, environment.clock()));
            StoreView view = StoreView.read(store, environment.clock());
            if (isJson()) {
                JsonOutput.print(
                        out(),
                        Json.createObjectBuilder()
                                .add("exitCode", ExitCode.DONE)
                                .add("outcome", lifted.isEmpty() ? "nothing-open" : "lifted")
                                .add("lifted", JsonOutput.array(lifted, window -> JsonOutput.window(window, view)))
                                .add("status", JsonOutput.status(view)));
            } else {
                print(lifted, view);
            }
            return ExitCode.DONE;
        }
    }

    private List<Window> lift(ModeStore store, WindowCoordinator coordinator) {
        if (which != null && which.all) {
            return coordinator.liftAll();
        }
        List<Window> open = store.read().windows();
        if (open.isEmpty()) {
            return List.of();
        }
        Optional<Window> lifted = coordinator.lift(nameOf(open));
        return lifted.map(List::of).orElse(List.of());
    }

    private String nameOf(List<Window> open) {
        String name = which == null ? null : which.name;
        if (name == null && open.size() > 1) {
            throw wrongUsage(
                    "Several windows are open: " + names(open) + ". Name one with --name, or lift all with --all");
        }
        if (name != null && open.stream().noneMatch(window -> window.name().equals(name))) {
            throw wrongUsage("--name '" + name + "' is not open. Open: " + names(open));
        }
        return name != null ? name : open.get(0).name();
    }

    private static String names(List<Window> windows) {
        return String.join(
                ", ",
                windows.stream()
                        .map(window -> "'" + window.name() + "' of " + window.owner())
                        .toList());
    }

    private void print(List<Window> lifted, StoreView view) {
        PrintWriter out = out();
        Clock clock = environment.clock();
        if (lifted.isEmpty()) {
            out.println("No window was open.");
        }
        for (Window window : lifted) {
            out.println("Lifted window '" + window.name() + "' of " + window.owner() + ", open for "
                    + Durations.text(Duration.between(window.since(), clock.instant())) + ".");
        }
        ModeSnapshot now = view.snapshot();
        if (now != null && now.mode() != AccessMode.READ_WRITE) {
            out.println("The mode stays " + now.mode() + " (epoch " + now.epoch() + "), open: " + names(now.windows()));
        } else if (now != null) {
            out.println("The mode is READ_WRITE (epoch " + now.epoch() + "): writes are admitted.");
        }
        view.reports().forEach(report -> warn(report, view));
        out.flush();
    }

    private static boolean wasPaused(ReplicaReport replica) {
        return replica.state() == ReplicaReport.State.FROZEN || replica.state() == ReplicaReport.State.RESUMING;
    }

    private void warn(Report report, StoreView view) {
        if (report.alive() && report.fault() != null) {
            out().println(Applications.name(report) + " goes on refusing writes: " + report.fault());
        } else if (report.alive()) {
            report.replicas().stream()
                    .filter(OffCommand::wasPaused)
                    .forEach(replica -> out().println("Goes on: " + replica));
        } else {
            report.replicas().stream()
                    .filter(OffCommand::wasPaused)
                    .forEach(replica -> out().println("May still be paused: " + replica + ". Its application ("
                            + Applications.name(report) + ") has ended; it lets the replica go on when it starts"));
        }
        if (view.isStale(report)) {
            out().println(Applications.name(report) + " has not reported for " + Durations.text(view.age(report))
                    + ", so it may not have noticed");
        }
    }
}
