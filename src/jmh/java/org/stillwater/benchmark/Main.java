package org.stillwater.benchmark;

import java.io.File;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Instant;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs everything in alternating rounds, so that what disturbs the machine disturbs both sides, and prints the figures
 * and the goals.
 */
public final class Main {
    private static final int[] THREADS = {1, 2};
    private static final PrintStream OUT = System.out;

    private Main() {}

    /**
     * Runs the benchmarks.
     *
     * @param args how many rounds, and the directory for the harness's own log
     */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        String log = args[1] + File.separator + "benchmarks.log";
        printMachine(rounds);
        Measurements measurements = new Measurements();
        Overhead overhead = new Overhead();
        Drains drains = new Drains();
        for (int round = 1; round <= rounds; round++) {
            for (int threads : THREADS) {
                measurements.add(threads, new Runner(options(threads, log)).run());
            }
            overhead.measure();
            drains.measure();
            OUT.println("round " + round + " done, " + load());
        }
        measurements.print(OUT);
        overhead.print(OUT);
        drains.print(OUT);
        Goals.print(OUT, measurements, overhead, drains);
        OUT.println(load());
    }

    private static Options options(int threads, String log) {
        return new OptionsBuilder()
                .include("^" + Main.class.getPackageName().replace(".", "\\.") + "\\.")
                .threads(threads)
                .forks(1)
                // Below four seconds, the compiler of the JVM is still at work on the calls in Weld.
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(900))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(300))
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .output(log)
                .build();
    }

    private static void printMachine(int rounds) {
        OUT.println(String.format(
                Locale.ROOT,
                "%s %s, %s, %d processors, %d rounds, %s, %s",
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                Instant.now(),
                load()));
    }

    private static String load() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(Locale.ROOT, "load average of the last minute %.1f", system.getSystemLoadAverage());
    }
}
