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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A page as a browser without scripts has it: sends what a browser would send, and so nothing of disabled controls. */
final class PageClient {
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI page;
    private Document document;

    private PageClient(URI page) {
        this.page = page;
    }

    static PageClient open(URI page, String... headers) throws Exception {
        PageClient opened = new PageClient(page);
        HttpRequest.Builder request = HttpRequest.newBuilder(page);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        opened.receive(request);
        return opened;
    }

    Document document() {
        return document;
    }

    /** By its id, which in Faces has colons that a selector would not take. */
    Element element(String id) {
        Element found = document.getElementById(id);
        if (found == null) {
            throw new AssertionError("No element '" + id + "' in " + document);
        }
        return found;
    }

    PageClient type(String id, String text) {
        element(id).val(text);
        return this;
    }

    /** Makes forms writable, as the script does when it hears of the lift. */
    PageClient lifted() {
        document.select("[data-stillwater=readonly]").removeAttr("readonly");
        document.select("[data-stillwater=disabled]").removeAttr("disabled");
        document.select("[name=stillwater.unsent]").remove();
        return this;
    }

    /** Sends the form that the button is in, and shows what comes. */
    HttpResponse<String> press(String id) throws Exception {
        return receive(post(id, List.of()));
    }

    /** Sends the form by ajax. What comes is not shown: it has parts of a page only. */
    HttpResponse<String> pressByAjax(String id, String render) throws Exception {
        HttpRequest.Builder request = post(
                id,
                List.of(
                        HttpConnection.KeyVal.create("jakarta.faces.source", id),
                        HttpConnection.KeyVal.create("jakarta.faces.partial.event", "click"),
                        HttpConnection.KeyVal.create("jakarta.faces.partial.execute", id + " " + form(id).id()),
                        HttpConnection.KeyVal.create("jakarta.faces.partial.render", render),
                        HttpConnection.KeyVal.create("jakarta.faces.partial.ajax", "true"),
                        HttpConnection.KeyVal.create("jakarta.faces.behavior.event", "action")));
        return send(request.header("Faces-Request", "partial/ajax"));
    }

    private FormElement form(String id) {
        return (FormElement) element(id).closest("form");
    }

    private HttpRequest.Builder post(String button, List<KeyVal> more) {
        FormElement form = form(button);
        List<String> others = form.elements().select("[type=submit]").eachAttr("name");
        List<KeyVal> fields = new ArrayList<>(form.formData());
        fields.removeIf(field -> others.contains(field.key()));
        fields.add(HttpConnection.KeyVal.create(button, button));
        fields.addAll(more);
        String body = fields.stream()
                .map(field -> encode(field.key()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(page.resolve(form(button).attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> receive(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = send(request);
        document = Jsoup.parse(response.body(), page.toString());
        return response;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.header("Accept", "text/html,*/*;q=0.8")
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }
}
