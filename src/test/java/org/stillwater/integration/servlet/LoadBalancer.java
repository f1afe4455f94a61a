package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of the operating system's that runs a recipe of the documentation, without rights and on the loopback interface. */
final class LoadBalancer implements AutoCloseable {
    private static final Path RECIPES = Path.of("docs/recipes");

    private final Process process;
    private final Path output;
    private final int port;

    private LoadBalancer(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static LoadBalancer haproxy(Path directory, int one, int two) throws IOException {
        int port = freePort();
        Path config = write(directory, "haproxy.cfg", recipe("haproxy.cfg", port, one, two));
        return start(directory, port, program("haproxy"), "-db", "-f", config.toString());
    }

    /** The recipe is what Debian includes in its configuration; the rest is what a user without rights needs. */
    static LoadBalancer nginx(Path directory, int one, int two) throws IOException {
        int port = freePort();
        write(directory, "recipe.conf", recipe("nginx.conf", port, one, two));
        Path config = write(directory, "nginx.conf", """
                pid nginx.pid;
                worker_processes 1;
                daemon off;
                events {}
                http {
                    access_log off;
                    client_body_temp_path client_body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    include recipe.conf;
                }
                """);
        return start(
                directory, port, program("nginx"), "-e", "stderr", "-p", directory.toString(), "-c", config.toString());
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static String program(String name) {
        String found = Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(
                found != null, () -> "'" + name + "' is not installed. On Debian: apt-get install haproxy nginx-light");
        return found;
    }

    /** The file as it is documented, but for its addresses and the name of the application. */
    private static String recipe(String name, int port, int one, int two) throws IOException {
        String recipe = Files.readString(RECIPES.resolve(name));
        for (String[] change : new String[][] {
            {"127.0.0.1:8000", "127.0.0.1:" + port},
            {"127.0.0.1:8080", "127.0.0.1:" + one},
            {"127.0.0.1:8081", "127.0.0.1:" + two}
        }) {
            assertThat(recipe).containsOnlyOnce(change[0]);
            recipe = recipe.replace(change[0], change[1]);
        }
        return recipe.replace("/shop/", "/app/");
    }

    private static Path write(Path directory, String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static LoadBalancer start(Path directory, int port, String... command) throws IOException {
        List<String> all = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // As another user, who must be able to write there.
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
            all.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        all.addAll(List.of(command));
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new LoadBalancer(process, output, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
