package org.stillwater.cli;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.internal.window.WindowCoordinator;
import org.stillwater.spi.ModeSnapshot;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells people of a window before it is opened. */
@Command(
        name = "announce",
        description = {
            "Tells the readers of pages that read-only mode is coming, and when. Nothing is opened by it: that is what on"
                    + " does, which also ends the announcement. If nothing comes of it, pages stop showing it a quarter"
                    + " of an hour after the time."
        },
        exitCodeList = {
            "0:announced, or withdrawn",
            "2:wrong usage; nothing was changed",
            "3:the mode is not READ_WRITE, so there is nothing to announce",
            "4:mode store not reachable or corrupt"
        },
        footer = {
            "",
            "Examples:",
            "  export STILLWATER_STORE=/opt/wildfly/standalone/data/stillwater/shop",
            "  ${COMMAND-FULL-NAME} --at 22:00 --for 10m",
            "  ${COMMAND-FULL-NAME} --in 15m",
            "  ${COMMAND-FULL-NAME} --withdraw"
        })
final class AnnounceCommand extends StoreCommand {
    @ArgGroup(multiplicity = "1", order = 1)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private When when;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            order = 4,
            converter = Durations.class,
            description = "How long it is expected to take, for example 90s, 10m, 1h30m.")
    private @Nullable Duration length;

    /** When the window is to be opened. */
    static final class When {
        @Option(
                names = "--at",
                paramLabel = "TIME",
                order = 1,
                description = "When it begins: 22:00 (the next one), 2026-11-22T22:00 or 2026-11-22T21:00Z.")
        private @Nullable String at;

        @Option(
                names = "--in",
                paramLabel = "DURATION",
                order = 2,
                converter = Durations.class,
                description = "The same, from now on.")
        private @Nullable Duration in;

        @Option(names = "--withdraw", order = 3, description = "Withdraw what was announced.")
        private boolean withdraw;
    }

    AnnounceCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        if (when.withdraw && length != null) {
            throw wrongUsage("--for goes with --at or --in, not with --withdraw: nothing is announced then");
        }
        Window window = when.withdraw ? null : window();
        try (FileModeStore store = open()) {
            ModeSnapshot now = new WindowCoordinator(store, environment.clock()).announce(window);
            boolean done = now.mode() == AccessMode.READ_WRITE;
            int code = done ? ExitCode.DONE : ExitCode.NOT_DRAINED;
            if (isJson()) {
                JsonOutput.print(
                        out(),
                        Json.createObjectBuilder()
                                .add("exitCode", code)
                                .add("outcome", !done ? "window-open" : window == null ? "withdrawn" : "announced")
                                .add("status", JsonOutput.status(StoreView.read(store, environment.clock()))));
            } else {
                print(now, window);
            }
            return code;
        }
    }

    private void print(ModeSnapshot now, @Nullable Window window) {
        if (now.mode() != AccessMode.READ_WRITE) {
            Failures.say(
                    err(),
                    "The mode is " + now.mode() + ", so there is nothing to announce. What is open: " + call("status"));
        } else if (window == null) {
            out().println("Nothing is announced.");
        } else {
            Instant end = window.end();
            out().println("Announced: read-only mode from " + Times.text(window.since(), environment.zone())
                    + (end == null ? "" : " to about " + Times.text(end, environment.zone()))
                    + ". Nothing happens by itself: enter it with");
            out().println("  " + call("on"));
        }
        out().flush();
    }

    private Window window() {
        ZonedDateTime now = ZonedDateTime.now(environment.clock());
        try {
            Instant start = when.in == null
                    ? MomentParser.future("--at", String.valueOf(when.at), now)
                    : now.toInstant().plus(when.in);
            Instant end = length == null ? null : start.plus(length);
            return new Window("announced", null, Identity.thisProcess(), start, end);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
