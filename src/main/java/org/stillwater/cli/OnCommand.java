package org.stillwater.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.stillwater.Window;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.internal.window.WindowCoordinator;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStoreException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Enters read-only mode. */
@Command(
        name = "on",
        description = {
            "Enters read-only mode: no new write is admitted, and when every write in flight has ended in every running"
                    + " application, it returns. Only then may the migration start. If that takes longer than"
                    + " --drain-timeout, or if this program is stopped, the mode goes back to READ_WRITE, and it names"
                    + " what is still in flight.",
            "",
            "In read-only mode already it adds a window, or updates the one of the same name. The mode lasts until the"
                    + " last window is lifted."
        },
        exitCodeList = {
            "0:read-only mode is in force",
            "2:wrong usage; nothing was changed",
            "3:not drained in time, an application objects, a replica cannot be frozen, or overtaken by somebody else; the mode is not read-only because of this",
            "4:mode store not reachable, corrupt, or without a running application"
        },
        footer = {
            "",
            "Examples:",
            "  export STILLWATER_STORE=/opt/wildfly/standalone/data/stillwater/shop",
            "  ${COMMAND-FULL-NAME}",
            "  ${COMMAND-FULL-NAME} --name release-4.2 --reason 'Release 4.2' --expected 10m",
            "  ${COMMAND-FULL-NAME} --freeze-replica",
            "  ${COMMAND-FULL-NAME} --drain-timeout 2m &&",
            "    ./migrate.sh &&",
            "    ${ROOT-COMMAND-NAME} off"
        })
final class OnCommand extends StoreCommand {
    private static final int LONGEST_REASON = 500;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            order = 1,
            defaultValue = "maintenance",
            description = "Identifies the window: letters, digits, '.', '_' or '-'. Default: ${DEFAULT-VALUE}.")
    private String name = "maintenance";

    @Option(names = "--reason", paramLabel = "TEXT", order = 2, description = "What people are told.")
    private @Nullable String reason;

    @ArgGroup(order = 3)
    private @Nullable ExpectedEnd expectedEnd;

    @Option(
            names = "--drain-timeout",
            paramLabel = "DURATION",
            order = 5,
            defaultValue = "30s",
            converter = Durations.class,
            description = "How long to wait for writes in flight. Default: ${DEFAULT-VALUE}.")
    private Duration drainTimeout = Duration.ofSeconds(30);

    @Option(
            names = {"--in-spite-of-stragglers", "--force"},
            order = 6,
            description = "When that time is over, go on all the same. The mode is then marked unverified: what is in"
                    + " flight may still commit during the migration.")
    private boolean inSpiteOfStragglers;

    @Option(
            names = "--in-spite-of-objections",
            order = 7,
            description = "Go on although an application objects. Without this the mode goes back to READ_WRITE.")
    private boolean inSpiteOfObjections;

    @Option(
            names = {"--freeze-replica", "--freeze-replicas"},
            order = 8,
            description =
                    "Pause the replicas when they show everything that was committed, and let the applications read"
                            + " nothing else: whatever the migration does, they read the old schema. 'off' lets the replicas go"
                            + " on. What it takes is checked before anything is changed.")
    private boolean freezeReplica;

    @Option(
            names = "--allow-no-application",
            order = 9,
            description = "Go on if no application is running. Without this it is an error, because almost always the"
                    + " path is wrong.")
    private boolean allowNoApplication;

    @Option(names = "--quiet", order = 89, description = "No progress, and no result unless --json asks for it.")
    private boolean quiet;

    OnCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        if (freezeReplica && inSpiteOfStragglers) {
            throw wrongUsage(
                    "--freeze-replica does not go with --in-spite-of-stragglers: a straggler may commit after the"
                            + " replicas were frozen, and nobody would see it before the lift");
        }
        Window window = window();
        EnterRequest request = new EnterRequest(
                window, drainTimeout, inSpiteOfStragglers, inSpiteOfObjections, allowNoApplication, freezeReplica);
        DrainLine line = new DrainLine(quiet ? null : err(), environment.terminal(), drainTimeout);
        try (FileModeStore store = open()) {
            return Rescue.during(store, window, () -> {
                EnterResult result = enter(store, request, line);
                line.end();
                StoreView view = StoreView.of(store, result, environment.clock());
                return new EnterOutput(this, window, result, view).print(quiet);
            });
        }
    }

    private EnterResult enter(FileModeStore store, EnterRequest request, DrainLine line) {
        try {
            return new WindowCoordinator(store, environment.clock()).enter(request, line);
        } catch (ModeStoreException e) {
            line.end();
            throw new ModeStoreException(e.getMessage() + consequence(store), e);
        }
    }

    /** A store that fails half-way, for example because the disk is full, leaves questions. */
    private String consequence(FileModeStore store) {
        try {
            ModeSnapshot now = store.read();
            String mode = ". The mode is " + now.mode() + " (epoch " + now.epoch() + ")";
            return now.deadline() == null
                    ? mode
                    : mode + "; the applications go back to READ_WRITE at "
                            + Times.text(now.deadline(), environment.zone()) + ", as soon as the store can be written";
        } catch (ModeStoreException again) {
            return ""; // what is wrong is said already
        }
    }

    private Window window() {
        String text = reason == null || reason.isBlank() ? null : reason.strip();
        if (text != null && (text.length() > LONGEST_REASON || text.chars().anyMatch(Character::isISOControl))) {
            throw wrongUsage("--reason must be one line of at most " + LONGEST_REASON + " characters, not "
                    + text.length() + ": '" + text + "'");
        }
        try {
            ZonedDateTime now = ZonedDateTime.now(environment.clock());
            Instant end = expectedEnd == null ? null : expectedEnd.instant(now);
            return new Window(name, text, Identity.thisProcess(), now.toInstant(), end);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()).replace("Window name", "--name"));
        }
    }
}
