package org.stillwater.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stillwater.demo.machinery.Cleanup;
import org.stillwater.demo.machinery.WildFly;

/**
 * The next version of the application on a second server: it knows what {@link DestructiveMigration} has made of the schema, and
 * is deployed while the old version reads the frozen replica.
 */
final class NextVersion {

    private static final String MAPPING = "/next-version-orm.xml";
    private static final List<String> PAGES =
            List.of("orders.xhtml?page=1", "order.xhtml?id=7", "products.xhtml?page=1", "customer.xhtml?id=7");
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    private NextVersion(URI address) {
        this.address = address;
    }

    /** Deploys it beside the old one, with the same mode store. */
    static NextVersion deploy(Settings settings, Stack stack, Cleanup cleanup) throws Exception {
        Path work = Files.createDirectories(settings.paths().work().resolve("next"));
        Path war = work.resolve("quickstart.war");
        Files.copy(settings.paths().application(), war);
        addMapping(war);
        WildFly server = cleanup.start(() -> stack.startBeside(settings, work, war));
        server.awaitStart();
        return new NextVersion(server.address());
    }

    private static void addMapping(Path war) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(war);
                InputStream mapping = NextVersion.class.getResourceAsStream(MAPPING)) {
            Files.copy(mapping, inside.getPath("WEB-INF", "classes", "META-INF", "orm.xml"));
        }
    }

    /** What is wrong with its pages; nothing, if it reads the new schema. */
    List<String> brokenPages() throws Exception {
        List<String> broken = new ArrayList<>();
        for (String page : PAGES) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(page)).build();
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            if (status != OK) {
                broken.add(page + " answered " + status);
            }
        }
        return broken;
    }

    /** Sends a write, and returns the status of the answer. */
    int write() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("api/orders/7/status"))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"status\": \"PACKED\", \"note\": \"by the next version\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }
}
