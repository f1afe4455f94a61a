package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.awaitility.Awaitility;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.EnterResult;

/** A web application with the library in front of it, in a real servlet container. */
final class TestApplication implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Tomcat tomcat = new Tomcat();
    private final Context context;

    /** What a servlet does. */
    @FunctionalInterface
    interface Page {
        void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    TestApplication(Path directory) {
        System.setProperty("stillwater.store", "memory");
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        // One thread for all, so that what a request leaves on its thread would meet the next one.
        tomcat.getConnector().setProperty("maxThreads", "1");
        tomcat.getConnector().setProperty("minSpareThreads", "1");
        context = tomcat.addContext("/app", directory.toString());
        context.addServletContainerInitializer(new StillwaterInitializer(), Set.of());
    }

    TestApplication with(String path, Page page) {
        var servlet = new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                page.answer(request, response);
            }
        };
        Tomcat.addServlet(context, path, servlet).setAsyncSupported(true);
        context.addServletMappingDecoded(path, path);
        return this;
    }

    /** Serves the files of its directory, as servers do. */
    TestApplication withFiles() {
        Tomcat.addServlet(context, "files", new DefaultServlet());
        context.addServletMappingDecoded("/", "files");
        return this;
    }

    TestApplication withErrorPage(int status, String path) {
        ErrorPage page = new ErrorPage();
        page.setErrorCode(status);
        page.setLocation(path);
        context.addErrorPage(page);
        return this;
    }

    TestApplication start() throws LifecycleException {
        ReadOnlyRuntime.start();
        tomcat.start();
        return this;
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        ReadOnlyRuntime.stop();
        System.clearProperty("stillwater.store");
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Takes the server off the network. */
    void pause() throws LifecycleException {
        tomcat.getConnector().stop();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/app" + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postLater(String path) {
        return CLIENT.sendAsync(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    static EnterResult tryToEnter(Duration drainTimeout) {
        Instant now = Instant.now();
        Window window = new Window("test", "because of a test", Identity.thisProcess(), now, now.plusSeconds(300));
        return ReadOnlyRuntime.current()
                .coordinator()
                .enter(new EnterRequest(window, drainTimeout, false, false, false), progress -> {});
    }

    static void enter() {
        assertThat(tryToEnter(Duration.ofSeconds(10)).outcome()).isEqualTo(EnterResult.Outcome.ENTERED);
        await(AccessMode.READ_ONLY);
    }

    static void leave() {
        ReadOnlyRuntime.current().coordinator().liftAll();
        await(AccessMode.READ_WRITE);
    }

    private static void await(AccessMode mode) {
        Awaitility.await().until(() -> ReadOnlyRuntime.current().state().mode() == mode);
    }
}
