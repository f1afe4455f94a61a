package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusResourceTest {
    @TempDir
    private Path directory;

    private TestApplication application;

    @AfterEach
    void stop() throws Exception {
        application.close();
        System.clearProperty("stillwater.status.path");
        System.clearProperty("stillwater.status.reason");
    }

    @Test
    void tellsTheModeAndNothingThatIsNobodysBusiness() throws Exception {
        start();
        JsonObject normal = json(application.get("/stillwater/status"));
        assertThat(normal.keySet()).containsExactly("mode", "epoch", "since", "expectedEnd", "announced", "now");
        assertThat(normal.getString("mode")).isEqualTo("READ_WRITE");
        assertThat(normal.isNull("since")).isTrue();

        TestApplication.enter();
        JsonObject readOnly = json(application.get("/stillwater/status"));
        assertThat(readOnly.keySet())
                .containsExactly("mode", "epoch", "since", "expectedEnd", "verified", "announced", "now");
        assertThat(readOnly.getString("mode")).isEqualTo("READ_ONLY");
        assertThat(readOnly.getInt("epoch")).isGreaterThan(normal.getInt("epoch"));
        assertThat(readOnly.getString("since")).endsWith("Z");
        assertThat(readOnly.getString("expectedEnd")).endsWith("Z");
    }

    @Test
    void tellsTheReasonWhereASettingAllowsIt() throws Exception {
        System.setProperty("stillwater.status.reason", "true");
        start();
        TestApplication.enter();
        assertThat(json(application.get("/stillwater/status")).getString("reason"))
                .isEqualTo("because of a test");
    }

    @Test
    void isNeverCachedAndCreatesNoSession() throws Exception {
        start();
        HttpResponse<String> response = application.get("/stillwater/status");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void hasTheScriptAndTheStyleSheetBesideIt() throws Exception {
        System.setProperty("stillwater.status.path", "/public/mode");
        start();
        HttpResponse<String> script = application.get("/public/stillwater.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript;charset=UTF-8");
        assertThat(script.body()).contains("stillwater:change");
        assertThat(application.get("/public/stillwater.css").body()).contains(".stillwater-banner");
        assertThat(application.get("/public/other.js").statusCode()).isEqualTo(404);
        assertThat(application.get("/stillwater.js").statusCode()).isEqualTo(404);
    }

    @Test
    void canOnlyBeRead() throws Exception {
        start();
        var head = application.send(application.request("/stillwater/status").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        var post = application.send(application.request("/stillwater/status").POST(BodyPublishers.noBody()));
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void standsWhereTheSettingPutsIt() throws Exception {
        System.setProperty("stillwater.status.path", "/health/mode");
        start();
        assertThat(json(application.get("/health/mode")).getString("mode")).isEqualTo("READ_WRITE");
        assertThat(application.get("/stillwater/status").statusCode()).isEqualTo(404);
        assertThat(application.get("/health/mode/more").statusCode()).isEqualTo(404);
    }

    private void start() throws Exception {
        application = new TestApplication(directory)
                .with("/", (request, response) -> response.sendError(404))
                .start();
    }

    private static JsonObject json(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return Json.createReader(new StringReader(response.body())).readObject();
    }
}
