package org.stillwater.cli;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stillwater.internal.store.FileModeStore;

/** A Java process of its own, with what it writes. */
final class JavaProcess implements AutoCloseable {
    /** As another user than the one that runs the test; needs root. */
    static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all");

    final Process process;
    private final Path out;
    private final Path err;

    private JavaProcess(List<String> command) throws IOException {
        out = Files.createTempFile("out", ".txt");
        err = Files.createTempFile("err", ".txt");
        process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /** The packaged command line; in tests that run before it is packaged, the classes. */
    static JavaProcess cli(List<String> prefix, Object... arguments) throws IOException {
        String jar = System.getProperty("cli.jar");
        List<String> java = jar == null ? List.of("-cp", classPath(), "org.stillwater.cli.Main") : List.of("-jar", jar);
        return start(prefix, java, arguments);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** A {@link SmallApplication}, started. */
    static JavaProcess application(List<String> prefix, Path store, String name) throws Exception {
        String classes = location(SmallApplication.class) + File.pathSeparator + location(FileModeStore.class);
        JavaProcess application = start(prefix, List.of("-cp", classes, SmallApplication.class.getName()), store, name);
        return application.awaitAnswer("ready");
    }

    private static JavaProcess start(List<String> prefix, List<String> java, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new JavaProcess(command);
    }

    private static String location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** Lets it write no file that is longer than this, as if the disk were full. Needs no right that the test lacks. */
    void limitFiles(long bytes) throws Exception {
        Process limit = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":")
                .inheritIO()
                .start();
        if (limit.waitFor() != 0) {
            throw new IllegalStateException("prlimit failed");
        }
    }

    /** Tells an application what to do. */
    JavaProcess say(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
        return this;
    }

    JavaProcess awaitAnswer(String answer) {
        org.awaitility.Awaitility.await(answer)
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> out().lines().anyMatch(answer::equals) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("It has ended with code " + process.exitValue() + ": " + out() + err());
        }
        return this;
    }

    int code() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end: " + out() + err());
        }
        return process.exitValue();
    }

    String out() {
        return content(out);
    }

    String err() {
        return content(err);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(out);
        Files.delete(err);
    }
}
