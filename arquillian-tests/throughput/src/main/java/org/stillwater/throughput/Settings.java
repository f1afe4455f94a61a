package org.stillwater.throughput;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What can be chosen, as system properties {@code throughput.*}; the build sets all of them.
 *
 * @param blocks how many pairs of servers are started, one after the other
 * @param rounds how often each kind of request is measured on each server
 * @param warmUpRounds how many rounds come before, for the compiler of the JVM and the caches
 * @param round how long each time
 * @param clients how many send at once
 * @param control whether both archives are the one without the library: shows what the measurement itself does
 */
record Settings(int blocks, int rounds, int warmUpRounds, Duration round, int clients, boolean control, Paths paths) {

    /** Where the build has put things. */
    record Paths(Path serverHome, Path modules, Path library, Path commandLine, Path work) {}

    static Settings fromSystemProperties() {
        return new Settings(
                Integer.getInteger("throughput.blocks"),
                Integer.getInteger("throughput.rounds"),
                Integer.getInteger("throughput.warm-up-rounds"),
                Duration.ofSeconds(Integer.getInteger("throughput.seconds")),
                Integer.getInteger("throughput.clients"),
                Boolean.getBoolean("throughput.control"),
                new Paths(path("server-home"), path("modules"), path("library"), path("command-line"), path("work")));
    }

    Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private static Path path(String name) {
        return Path.of(System.getProperty("throughput." + name))
                .toAbsolutePath()
                .normalize();
    }
}
