package org.stillwater.demo.machinery;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A WildFly of our own with one application: an unpacked distribution, and a base directory that is new every time. */
public final class WildFly implements AutoCloseable {

    private static final int START_SECONDS = 180;

    private final OwnedProcess process;
    private final URI address;
    private final Path log;
    private final CompletableFuture<String> started = new CompletableFuture<>();

    private WildFly(Process process, URI address, Path log) {
        this.process = new OwnedProcess(process, 20);
        this.address = address;
        this.log = log;
    }

    /**
     * Starts the server process, but does not wait until it serves.
     *
     * @param properties system properties of the server
     */
    public static WildFly start(WildFlyLayout layout, Map<String, String> properties) throws IOException {
        layout.prepareBaseDirectory();
        int[] ports = Ports.free(3);
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(layout.home())
                .setBaseDirectory(layout.base())
                .setJavaHome(layout.javaHome())
                .setJavaOptions(
                        "-Xms512m",
                        "-Xmx512m",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Dorg.jboss.logmanager.nocolor=true")
                .addModuleDir(layout.modules().toString())
                .setYamlFiles(layout.configuration())
                .setBindAddressHint("127.0.0.1")
                .setBindAddressHint("management", "127.0.0.1")
                .addServerArgument("-Djboss.http.port=" + ports[0])
                .addServerArgument("-Djboss.https.port=" + ports[1])
                .addServerArgument("-Djboss.management.http.port=" + ports[2]);
        properties.forEach((name, value) -> command.addServerArgument("-D" + name + "=" + value));
        Process process = Launcher.of(command).setRedirectErrorStream(true).launch();
        WildFly server = new WildFly(
                process,
                URI.create("http://127.0.0.1:" + ports[0] + "/" + layout.contextName() + "/"),
                layout.base().resolveSibling("wildfly.log"));
        Thread reader = new Thread(server::readOutput, "wildfly-output");
        reader.setDaemon(true);
        reader.start();
        return server;
    }

    /** Copies what the server says into the log, and notices how its start ended. */
    private void readOutput() {
        try (BufferedReader output = process.process().inputReader();
                BufferedWriter copy = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                copy.write(line);
                copy.newLine();
                copy.flush();
                if (line.contains("WFLYSRV0025") || line.contains("WFLYSRV0026")) {
                    started.complete(line);
                }
            }
            started.complete("the server has ended");
        } catch (IOException e) {
            // Also what happens when the process is stopped while somebody reads: nobody asks then.
            started.completeExceptionally(e);
        }
    }

    /** Returns once the application is deployed, and fails if it is not. */
    public void awaitStart() throws Exception {
        String result = started.get(START_SECONDS, TimeUnit.SECONDS);
        if (!result.contains("WFLYSRV0025")) {
            throw new IllegalStateException("WildFly did not start cleanly (" + result.strip() + "), see " + log);
        }
    }

    /** Where the application is. */
    public URI address() {
        return address;
    }

    public Path log() {
        return log;
    }

    /** How much processor time the server has taken since it was started. */
    public Duration processorTime() {
        return process.process().info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.close();
    }

    @Override
    public String toString() {
        return "WildFly, process " + process.process().pid();
    }
}
