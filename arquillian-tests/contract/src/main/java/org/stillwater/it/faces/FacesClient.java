package org.stillwater.it.faces;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens a page with a form named {@code form} and submits it, as a browser does with and without a script. */
final class FacesClient {
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*? value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI page;
    private final String viewState;

    private FacesClient(URI page) throws Exception {
        this.page = page;
        String body = send(HttpRequest.newBuilder(page)).body();
        Matcher matcher = VIEW_STATE.matcher(body);
        if (!matcher.find()) {
            throw new AssertionError("No form in " + body);
        }
        this.viewState = matcher.group(1);
    }

    static FacesClient open(URI page) throws Exception {
        return new FacesClient(page);
    }

    HttpResponse<String> submit(String text, String button) throws Exception {
        Map<String, String> fields = fields(text);
        fields.put("form:" + button, button);
        return send(post(fields).header("Accept", "text/html,*/*;q=0.8"));
    }

    HttpResponse<String> submitByAjax(String text, String button) throws Exception {
        Map<String, String> fields = fields(text);
        fields.put("jakarta.faces.source", "form:" + button);
        fields.put("jakarta.faces.partial.event", "click");
        fields.put("jakarta.faces.partial.execute", "form:" + button + " form");
        fields.put("jakarta.faces.partial.render", "form:saved");
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.behavior.event", "action");
        return send(post(fields).header("Faces-Request", "partial/ajax"));
    }

    private Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("form", "form");
        fields.put("form:text", text);
        fields.put("jakarta.faces.ViewState", viewState);
        return fields;
    }

    private HttpRequest.Builder post(Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }
}
