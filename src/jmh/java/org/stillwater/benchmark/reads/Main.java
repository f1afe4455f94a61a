package org.stillwater.benchmark.reads;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stillwater.benchmark.reads.MeasuringJvm.Pair;

/** Measures every provider on every database, each time in a few JVMs, and prints what came out as a table. */
public final class Main {
    private Main() {}

    /**
     * Measures.
     *
     * @param args how many JVMs for each provider and database, how many pairs of turns in each, and the directory for the
     *     log of the measuring JVMs
     */
    public static void main(String[] args) throws Exception {
        int jvms = Integer.parseInt(args[0]);
        File log = new File(args[2], "read-cost.log");
        Map<Provider, Map<ReadDatabase, ReadCost>> costs = new EnumMap<>(Provider.class);
        System.out.println(machine());
        for (int jvm = 1; jvm <= jvms; jvm++) {
            for (Provider provider : Provider.values()) {
                for (ReadDatabase database : ReadDatabase.values()) {
                    costs.computeIfAbsent(provider, p -> new EnumMap<>(ReadDatabase.class))
                            .computeIfAbsent(database, d -> new ReadCost())
                            .addJvm(measure(provider, database, args[1], log));
                }
            }
            System.out.println("After round " + jvm + " of " + jvms + ", " + load() + ":");
            System.out.println();
            print(costs);
        }
    }

    /** After each round, so that one that is ended early has measured something. */
    private static void print(Map<Provider, Map<ReadDatabase, ReadCost>> costs) {
        ReadCost.printHead(System.out);
        costs.forEach((provider, databases) ->
                databases.forEach((database, cost) -> cost.print(System.out, provider + ", " + database)));
        System.out.println();
    }

    private static List<Pair> measure(Provider provider, ReadDatabase database, String pairs, File log)
            throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuringJvm.class.getName(),
                        provider.name(),
                        database.name(),
                        pairs)
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start();
        List<Pair> measured = new ArrayList<>();
        try (var output = process.inputReader()) {
            output.lines()
                    .filter(line -> line.startsWith("pair "))
                    .map(Pair::parse)
                    .forEach(measured::add);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "The JVM that measures " + provider + " on " + database + " has failed: see '" + log + "'");
        }
        return measured;
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s %s, %s, %d processors, %s, %s",
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Instant.now(),
                load());
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "load average of the last minute %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
