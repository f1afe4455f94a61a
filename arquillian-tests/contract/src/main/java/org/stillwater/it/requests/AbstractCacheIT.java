package org.stillwater.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

/** Pages that come with the validators of the server's own servlet for files. */
@ArquillianTest
@RunAsClient
public abstract class AbstractCacheIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Operator operator = Operator.of(AbstractCacheIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractCacheIT.class)
                .addAsWebResource(new StringAsset("<!DOCTYPE html><title>Page</title><p>text"), "page.html")
                .addAsWebResource(new StringAsset("p { margin: 0 }"), "style.css");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void a_page_of_the_window_does_not_outlive_it() throws Exception {
        operator.enter();
        HttpResponse<String> page = get("page.html", BROWSER);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-cache");

        operator.leave();
        HttpResponse<String> after = getUnless("page.html", BROWSER, page);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("<p>text");
        assertThat(getUnless("page.html", BROWSER, after).statusCode()).isEqualTo(304);
    }

    @Test
    void a_page_of_before_the_window_is_not_confirmed_in_it() throws Exception {
        HttpResponse<String> before = get("page.html", BROWSER);
        operator.enter();
        HttpResponse<String> again = getUnless("page.html", BROWSER, before);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Read-Only-Mode")).contains("true");
    }

    @Test
    void what_is_no_page_stays_in_the_cache() throws Exception {
        HttpResponse<String> before = get("style.css", "text/css,*/*;q=0.1");
        operator.enter();
        HttpResponse<String> again = getUnless("style.css", "text/css,*/*;q=0.1", before);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Cache-Control"))
                .isEqualTo(before.headers().firstValue("Cache-Control"));
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return Http.send(request(path, accept));
    }

    /** Asks as a cache does that holds an earlier response. */
    private HttpResponse<String> getUnless(String path, String accept, HttpResponse<String> held) throws Exception {
        HttpRequest.Builder request = request(path, accept);
        held.headers().firstValue("ETag").ifPresent(tag -> request.header("If-None-Match", tag));
        held.headers().firstValue("Last-Modified").ifPresent(date -> request.header("If-Modified-Since", date));
        assertThat(held.headers().map())
                .containsAnyOf(
                        java.util.Map.entry("etag", held.headers().allValues("ETag")),
                        java.util.Map.entry("last-modified", held.headers().allValues("Last-Modified")));
        return Http.send(request);
    }

    private HttpRequest.Builder request(String path, String accept) throws Exception {
        return HttpRequest.newBuilder(base.toURI().resolve(path)).header("Accept", accept);
    }
}
