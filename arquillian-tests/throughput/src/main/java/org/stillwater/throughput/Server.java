package org.stillwater.throughput;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.stillwater.demo.machinery.Cleanup;
import org.stillwater.demo.machinery.OperatorCommand;
import org.stillwater.demo.machinery.Postgres;
import org.stillwater.demo.machinery.WildFly;
import org.stillwater.demo.machinery.WildFlyLayout;

/** A running WildFly with one of the two archives. */
record Server(WildFly wildFly, OperatorCommand operator) {
    private static final int REFUSED = 503;

    /** Starts it, and returns once it serves. */
    static Server start(Settings settings, Side side, Path directory, Postgres postgres, Cleanup cleanup)
            throws Exception {
        Settings.Paths paths = settings.paths();
        Path base = Files.createDirectories(directory.resolve("wildfly"));
        Path configuration = directory.resolve("throughput.yml");
        try (var resource = Server.class.getResourceAsStream("/throughput.yml")) {
            Files.copy(resource, configuration);
        }
        WildFlyLayout layout = new WildFlyLayout(
                paths.serverHome(),
                settings.javaHome(),
                paths.modules(),
                configuration,
                base,
                Archive.write(directory, side, paths.library()));
        Path store = directory.resolve("store");
        Map<String, String> properties =
                Map.of("throughput.jdbc.url", postgres.url(), "stillwater.store", store.toString());
        WildFly wildFly = cleanup.start(() -> WildFly.start(layout, properties));
        wildFly.awaitStart();
        Server server =
                new Server(wildFly, new OperatorCommand(settings.javaHome(), paths.commandLine(), store, cleanup));
        server.check(side);
        return server;
    }

    URI address() {
        return wildFly.address();
    }

    Duration processorTime() {
        return wildFly.processorTime();
    }

    /** What is measured must be what it is called: a write is refused in read-only mode, or nobody knows of such a mode. */
    private void check(Side side) throws Exception {
        require(Kind.WRITE.status(), Kind.WRITE);
        if (side == Side.WITH) {
            operator.run(progress -> {}, "on", "--quiet");
            require(REFUSED, Kind.WRITE);
            require(Kind.READ.status(), Kind.READ);
            operator.run(progress -> {}, "off");
        } else {
            int status = status(HttpRequest.newBuilder(address().resolve("stillwater/status"))
                    .build());
            if (status != 404) {
                throw new IllegalStateException("The library is there: " + status);
            }
        }
    }

    private void require(int expected, Kind kind) throws Exception {
        int status = status(kind.request(address(), new SplittableRandom()));
        if (status != expected) {
            throw new IllegalStateException(kind + " answered " + status + ", see " + wildFly.log());
        }
    }

    private static int status(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
