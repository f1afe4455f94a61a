package org.stillwater.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the packaged command line in a process of its own. */
public final class CommandLine {
    private CommandLine() {}

    /** Runs it to its end. */
    public static Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(System.getProperty("lib.jar").replaceFirst("\\.jar$", "-cli.jar"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /**
     * How it ended.
     *
     * @param code the exit code
     * @param output what it printed, on stdout and stderr
     */
    public record Result(int code, String output) {}
}
