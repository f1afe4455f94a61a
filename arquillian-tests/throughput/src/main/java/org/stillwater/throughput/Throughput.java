package org.stillwater.throughput;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.stillwater.demo.machinery.Cleanup;
import org.stillwater.demo.machinery.Postgres;

/**
 * Starts two servers with the same application, one of them with the library in it, sends each kind of request to both in
 * turn, and does so again with new servers.
 */
public final class Throughput {
    private final Settings settings;
    private final Map<Kind, Comparison> comparisons = new EnumMap<>(Kind.class);

    private Throughput(Settings settings) {
        this.settings = settings;
        for (Kind kind : Kind.values()) {
            comparisons.put(kind, new Comparison());
        }
    }

    /** Measures, and prints what came out. */
    public static void main(String[] args) throws Exception {
        new Throughput(Settings.fromSystemProperties()).run();
    }

    private void run() throws Exception {
        Path work = settings.paths().work();
        Postgres.requireNone(work.resolve("postgresql"));
        clean(work);
        say(machine());
        try (Cleanup cleanup = new Cleanup();
                Load load = new Load(settings.clients())) {
            Postgres postgres = cleanup.start(() -> Postgres.start(work.resolve("postgresql")));
            prepare(postgres);
            for (int block = 1; block <= settings.blocks(); block++) {
                measure(load, postgres, work.resolve("block-" + block));
                say("pair of servers " + block + " of " + settings.blocks() + " done, " + busy());
            }
        }
        List<String> report = Report.of(comparisons);
        report.forEach(Throughput::say);
        Files.write(work.resolve("report.md"), report);
    }

    private void measure(Load load, Postgres postgres, Path directory) throws Exception {
        try (Cleanup cleanup = new Cleanup()) {
            Side second = settings.control() ? Side.WITHOUT : Side.WITH;
            Server without = Server.start(settings, Side.WITHOUT, directory.resolve("without"), postgres, cleanup);
            Server with = Server.start(settings, second, directory.resolve("with"), postgres, cleanup);
            comparisons.values().forEach(Comparison::beginBlock);
            for (int round = -settings.warmUpRounds(); round < settings.rounds(); round++) {
                for (Kind kind : Kind.values()) {
                    compare(load, kind, without, with, round);
                }
            }
        }
    }

    /** Who comes first takes turns, so that neither gains by it. Rounds below zero are there to warm up. */
    private void compare(Load load, Kind kind, Server without, Server with, int number) throws Exception {
        boolean withoutFirst = number % 2 == 0;
        Round first = load.run(withoutFirst ? without : with, kind, settings.round());
        Round second = load.run(withoutFirst ? with : without, kind, settings.round());
        if (number >= 0) {
            comparisons.get(kind).add(withoutFirst ? first : second, withoutFirst ? second : first);
        }
    }

    /** Nothing but the servers should cost time: no waiting for the disk, no vacuum in the middle of a round. */
    private static void prepare(Postgres postgres) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + Postgres.APPLICATION + " set synchronous_commit = off");
            statement.execute("create table note (id int primary key, text text not null, changes int not null)"
                    + " with (fillfactor = 50, autovacuum_enabled = off)");
            statement.execute("insert into note select n, 'The text of note ' || n, 0 from generate_series(1, "
                    + Kind.NOTES + ") n");
            statement.execute("grant select, update on note to " + Postgres.APPLICATION);
            statement.execute("vacuum analyze note");
        }
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "%s %s, %d processors; %d pairs of servers, %d rounds of %d s for each kind of request, %d clients%s; %s, %s",
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                Runtime.getRuntime().availableProcessors(),
                settings.blocks(),
                settings.rounds(),
                settings.round().toSeconds(),
                settings.clients(),
                settings.control() ? ", CONTROL: neither side has the library" : "",
                Instant.now(),
                busy());
    }

    private static String busy() {
        return String.format(
                Locale.ROOT,
                "load average %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
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

    private static void say(String line) {
        System.out.println(line);
    }
}
