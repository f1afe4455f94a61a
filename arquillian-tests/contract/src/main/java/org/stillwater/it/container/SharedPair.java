package org.stillwater.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.stillwater.it.replica.PostgresPair;

/**
 * The primary and the hot standby of this test run. They start with the first application that needs them; the server knows
 * their ports before, and stops before them.
 */
public final class SharedPair {
    private static final String PRIMARY = "primary";
    private static final String STANDBY = "standby";

    private static PostgresPair pair;
    private static Path directory;

    private SharedPair() {}

    static void reservePorts() {
        Ports.reserve(PRIMARY, STANDBY);
    }

    /** Starts both, unless they run. */
    public static synchronized PostgresPair get() {
        if (pair == null) {
            Ports.release(PRIMARY, STANDBY);
            try {
                directory = Files.createTempDirectory(Path.of(System.getProperty("it.directory")), "pair");
                pair = PostgresPair.start(directory, port(PRIMARY), port(STANDBY));
            } catch (Exception e) {
                throw new IllegalStateException("PostgreSQL and its standby do not start", e);
            }
        }
        return pair;
    }

    private static int port(String name) {
        return Integer.parseInt(Ports.get(name));
    }

    static synchronized void stop() throws IOException {
        Ports.release(PRIMARY, STANDBY);
        if (pair != null) {
            pair.close();
            pair = null;
            remove(directory);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
