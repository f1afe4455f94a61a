package org.stillwater.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillwater.demo.load.Load;
import org.stillwater.demo.load.Phase;
import org.stillwater.demo.machinery.Cleanup;
import org.stillwater.demo.proof.Moment;

/**
 * The four {@linkplain Way ways} through a migration that takes the schema apart, one after the other, each with servers and
 * databases of its own and under the same load. The load ends before the window is lifted: the old code cannot go on with
 * the new schema.
 */
final class Comparison {

    private static final Duration AFTER_THE_MIGRATION = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NAME = "--name";
    private static final String WINDOW = "release";

    private final Settings settings;

    Comparison(Settings settings) {
        this.settings = settings;
    }

    /** Returns what did not hold. */
    List<String> run() throws Exception {
        List<Measured> all = new ArrayList<>();
        for (Way way : Way.values()) {
            System.out.println();
            System.out.println("  " + way.title());
            all.add(run(way));
        }
        List<String> table = Measured.table(all);
        System.out.println();
        table.forEach(System.out::println);
        Files.write(settings.paths().work().resolve("replicas.md"), table);
        Picture.draw(all, settings.paths().work());
        List<Check> checks =
                all.stream().flatMap(measured -> measured.checks().stream()).toList();
        System.out.println();
        checks.forEach(check -> System.out.println(String.format(
                Locale.ROOT,
                "  %-90s %12s   must be %-12s %s",
                check.what(),
                check.measured(),
                check.must(),
                check.holds() ? "ok" : "<-- does not hold")));
        all.forEach(measured -> measured.tally()
                .failures()
                .forEach(failure -> System.out.println("  - " + measured.way().title() + ": " + failure)));
        return checks.stream()
                .filter(check -> !check.holds())
                .map(check -> check.what() + " " + check.measured())
                .toList();
    }

    private Measured run(Way way) throws Exception {
        Path work = settings.paths().work().resolve(way.name().toLowerCase(Locale.ROOT));
        Files.createDirectories(work);
        Settings own = settings.in(work, way.usesLibrary());
        try (Cleanup cleanup = new Cleanup()) {
            Stack stack = Stack.start(own, way, cleanup);
            Load load = new Load(stack.server().address(), own.orders(), own.readsPerSecond(), own.writesPerSecond());
            Window window;
            List<Check> next = new ArrayList<>();
            NextVersion beside = null;
            try (load;
                    Progress progress = new Progress(load.tally())) {
                cleanup.pause(own.warmUp());
                enter(Phase.BEFORE, load, progress);
                cleanup.pause(own.before());
                window = migrate(way, stack, load, progress, cleanup);
                if (way == Way.FROZEN) {
                    progress.say("the next version is deployed beside the old one");
                    beside = NextVersion.deploy(own, stack, cleanup);
                    next.add(Check.none("broken pages of the next version, in the window", beside.brokenPages()));
                    next.add(refused(beside.write()));
                }
            }
            Evidence evidence = Evidence.collect(load.tally(), window, stack.postgres());
            if (way.usesLibrary()) {
                stack.operator().run(line -> {}, "off", NAME, WINDOW);
            }
            if (beside != null) {
                next.add(Check.none("broken pages of the next version, after the window", beside.brokenPages()));
                next.add(done(writeWhenLifted(beside, cleanup)));
            }
            return new Measured(way, load.tally(), window.length(), evidence.committedInside(), evidence.lost(), next);
        }
    }

    private static Check refused(int status) {
        return new Check(
                "a write of the next version, in the window",
                Integer.toString(status),
                "503",
                status == 503,
                List.of());
    }

    /** It notices the lift within a fraction of a second. */
    private static int writeWhenLifted(NextVersion beside, Cleanup cleanup) throws Exception {
        Instant until = Instant.now().plus(PATIENCE);
        int status = beside.write();
        while (status == 503 && Instant.now().isBefore(until)) {
            cleanup.pause(Duration.ofMillis(100));
            status = beside.write();
        }
        return status;
    }

    private static Check done(int status) {
        return new Check(
                "a write of the next version, after the window",
                Integer.toString(status),
                "204",
                status == 204,
                List.of());
    }

    private static Window migrate(Way way, Stack stack, Load load, Progress progress, Cleanup cleanup)
            throws Exception {
        try (Connection database = stack.postgres().connect()) {
            Instant asked = Instant.now();
            if (way.usesLibrary()) {
                enter(Phase.DRAINING, load, progress);
                List<String> options = new ArrayList<>(List.of(NAME, WINDOW, "--json"));
                options.addAll(way.options());
                stack.operator().run(progress::say, "on", options.toArray(String[]::new));
                if (way == Way.REPLICA) {
                    awaitReplica(stack, cleanup);
                }
            }
            Moment opened = Moment.take(database);
            Instant drained = Instant.now();
            enter(Phase.WINDOW, load, progress);
            new DestructiveMigration(stack.postgres()).run(progress::say);
            Instant migrated = Instant.now();
            cleanup.pause(AFTER_THE_MIGRATION);
            Moment closing = Moment.take(database);
            return new Window(asked, Duration.ZERO, drained, migrated, Instant.now(), opened, closing);
        }
    }

    /** Only a replica that is frozen is waited for by the command itself. */
    private static void awaitReplica(Stack stack, Cleanup cleanup) throws Exception {
        Instant until = Instant.now().plus(PATIENCE);
        while (!stack.operator().run(line -> {}, "status").contains(": ready, ")) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException(
                        "The replica is not read: " + stack.operator().run(line -> {}, "status"));
            }
            cleanup.pause(Duration.ofMillis(200));
        }
    }

    private static void enter(Phase phase, Load load, Progress progress) {
        load.enter(phase);
        progress.enter(phase);
    }
}
