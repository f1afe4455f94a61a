package org.stillwater.demo.machinery;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the operator types: {@code java -jar stillwater-<version>-cli.jar on|off|status --store <directory>}, run as a
 * process of its own.
 */
public final class OperatorCommand {

    private final Path java;
    private final Path jar;
    private final Path store;
    private final Cleanup cleanup;

    public OperatorCommand(Path javaHome, Path jar, Path store, Cleanup cleanup) {
        this.java = javaHome.resolve("bin").resolve("java");
        this.jar = jar;
        this.store = store;
        this.cleanup = cleanup;
    }

    /**
     * Returns what the command has written when it has ended.
     *
     * @param progress is told what it says meanwhile
     * @throws IllegalStateException if it ended with anything but 0
     */
    public String run(Consumer<String> progress, String verb, String... options) throws Exception {
        ProcessBuilder command = new ProcessBuilder(arguments(verb, options));
        try (OwnedProcess process = cleanup.start(() -> new OwnedProcess(command.start(), 5))) {
            // One after the other: its result is far too short to fill the pipe.
            readLines(process.process().errorReader(), progress);
            StringBuilder result = new StringBuilder();
            readLines(
                    process.process().inputReader(), line -> result.append(line).append('\n'));
            int code = process.process().waitFor();
            if (code != 0) {
                throw new IllegalStateException("'" + verb + "' ended with exit code " + code + ": " + result);
            }
            return result.toString();
        }
    }

    /** The command as one would type it. */
    public String line(String verb, String... options) {
        return String.join(" ", arguments(verb, options));
    }

    private List<String> arguments(String verb, String... options) {
        List<String> all =
                new ArrayList<>(List.of(java.toString(), "-jar", jar.toString(), verb, "--store", store.toString()));
        all.addAll(List.of(options));
        return all;
    }

    private static void readLines(BufferedReader reader, Consumer<String> output) throws IOException {
        try (BufferedReader lines = reader) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(line);
            }
        }
    }
}
