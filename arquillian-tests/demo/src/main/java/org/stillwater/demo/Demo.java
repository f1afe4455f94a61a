package org.stillwater.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillwater.demo.load.Load;
import org.stillwater.demo.load.Phase;
import org.stillwater.demo.machinery.Cleanup;
import org.stillwater.demo.machinery.Postgres;
import org.stillwater.demo.proof.Moment;

/**
 * Migrates the database of the quickstart on a real WildFly and a real PostgreSQL while people read and write, and
 * reports whether what must hold did hold. Run it through Maven: {@code ./mvnw -f arquillian-tests -Pdemo verify}.
 */
public final class Demo {

    private static final String[] WINDOW = {"--name", "line-totals"};
    private static final String[] REASON = {"--reason", "Line totals and longer names", "--expected", "1m", "--json"};
    private static final Pattern TOOK = Pattern.compile("\"tookMillis\": *(\\d+)");

    private final Settings settings;
    private final Cleanup cleanup;

    private Demo(Settings settings, Cleanup cleanup) {
        this.settings = settings;
        this.cleanup = cleanup;
    }

    /** Fails if something that must hold did not. */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.fromSystemProperties();
        try (Cleanup cleanup = new Cleanup()) {
            new Demo(settings, cleanup).run();
        }
    }

    private void run() throws Exception {
        Postgres.requireNone(Stack.postgresDirectory(settings));
        clean(settings.paths().work());
        if (settings.compare()) {
            require(new Comparison(settings).run());
            return;
        }
        Stack stack = Stack.start(settings, cleanup);
        List<String> broken = List.of();
        if (settings.keep() != Settings.Keep.ONLY) {
            broken = migrateUnderLoad(stack);
        }
        if (settings.keep() != Settings.Keep.FALSE) {
            keepRunning(stack);
        }
        require(broken);
    }

    private static void require(List<String> broken) {
        if (!broken.isEmpty()) {
            throw new IllegalStateException("Did not hold: " + String.join("; ", broken));
        }
    }

    /** Returns what did not hold. */
    private List<String> migrateUnderLoad(Stack stack) throws Exception {
        Window window;
        Load load = new Load(
                stack.server().address(), settings.orders(), settings.readsPerSecond(), settings.writesPerSecond());
        try (load;
                Progress progress = new Progress(load.tally())) {
            cleanup.pause(settings.warmUp());
            enter(Phase.BEFORE, load, progress);
            cleanup.pause(settings.before());
            window = migrate(stack, load, progress);
            enter(Phase.AFTER, load, progress);
            cleanup.pause(settings.after());
        }
        List<Check> checks =
                Evidence.collect(load.tally(), window, stack.postgres()).checks(settings.library());
        List<String> report = Report.of(settings.library(), window, load.tally(), checks);
        report.forEach(System.out::println);
        Files.write(settings.paths().work().resolve("report.txt"), report);
        return checks.stream()
                .filter(check -> !check.holds())
                .map(check -> check.what() + " " + check.measured())
                .toList();
    }

    private Window migrate(Stack stack, Load load, Progress progress) throws Exception {
        try (Connection database = stack.postgres().connect()) {
            Instant asked = Instant.now();
            Duration drain = Duration.ZERO;
            if (settings.library()) {
                enter(Phase.DRAINING, load, progress);
                drain = took(stack.operator().run(progress::say, "on", with(WINDOW, REASON)));
                progress.say("Read-only mode is in force after " + drain.toMillis() + " ms");
            }
            Moment opened = Moment.take(database);
            Instant drained = Instant.now();
            enter(Phase.WINDOW, load, progress);
            stack.migrations().expand(progress::say);
            Instant migrated = Instant.now();
            Moment closing = Moment.take(database);
            if (settings.library()) {
                stack.operator().run(progress::say, "off", WINDOW).lines().forEach(progress::say);
            }
            return new Window(asked, drain, drained, migrated, Instant.now(), opened, closing);
        }
    }

    private static Duration took(String result) {
        Matcher took = TOOK.matcher(result);
        if (!took.find()) {
            throw new IllegalStateException("The command does not say how long it took: " + result);
        }
        return Duration.ofMillis(Long.parseLong(took.group(1)));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private static void enter(Phase phase, Load load, Progress progress) {
        load.enter(phase);
        progress.enter(phase);
    }

    private void keepRunning(Stack stack) throws InterruptedException {
        System.out.println();
        System.out.println("  Everything keeps running. Ctrl-C stops it.");
        System.out.println("    pages      " + stack.server().address());
        System.out.println("    status     " + stack.server().address().resolve("stillwater/status"));
        System.out.println("    database   " + stack.postgres().url());
        System.out.println("    server log " + stack.server().log());
        if (settings.library()) {
            System.out.println("  Read-only mode by hand:");
            System.out.println("    " + stack.operator().line("on", "--reason", "'Trying it out'"));
            System.out.println("    " + stack.operator().line("status"));
            System.out.println("    " + stack.operator().line("off"));
        }
        cleanup.awaitStop();
    }

    private static void clean(Path work) throws IOException {
        if (Files.exists(work)) {
            try (Stream<Path> old = Files.walk(work)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(work);
    }
}
