package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;

@ArquillianTest
@RunAsClient
public abstract class AbstractFacesIT {
    private static final String TYPED = "what <somebody> typed";
    private static final String TYPED_IN_HTML = "value=\"what &lt;somebody&gt; typed\"";

    private final Operator operator = Operator.of(AbstractFacesIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractFacesIT.class)
                .addClasses(Clerk.class, Form.class)
                .addAsWebInfResource("faces/faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/names.xhtml", "names.xhtml")
                .addAsWebResource("faces/form.xhtml", "form.xhtml")
                .addAsWebResource("faces/no-messages.xhtml", "no-messages.xhtml")
                .addAsWebResource("faces/rendering.xhtml", "rendering.xhtml");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void the_names_work_in_every_kind_of_expression() throws Exception {
        assertThat(get("names.xhtml"))
                .contains("[not: true]", "[and: false]", "[equals: false]", "[choice: writable]")
                .contains("[no window: true]", "[message: ]", "[since: ]", "[end: ]", "[reason: ]");
        operator.enter();
        assertThat(get("names.xhtml"))
                .contains("[not: false]", "[and: true]", "[equals: true]", "[choice: read-only]")
                .contains("[no window: false]", "[message: This application is being updated", "[reason: a test]")
                .containsPattern("\\[since: \\d{4}-")
                .containsPattern("\\[end: \\d{4}-");
    }

    @Test
    void the_banner_is_where_the_page_has_put_it_and_says_something_in_read_only_mode_only() throws Exception {
        assertThat(get("form.xhtml"))
                .contains("role=\"status\"")
                .doesNotContain("class=\"stillwater-banner\"", "region-auto");
        operator.enter();
        assertThat(get("form.xhtml"))
                .contains("role=\"status\"", "class=\"stillwater-banner\"", "nothing can be changed until", "a test")
                .containsPattern("<head[^>]*>(?s:.*)stillwater\\.css(?s:.*)</head>")
                .doesNotContain("style=", "<!--", "region-auto");
        operator.leave();
        assertThat(get("form.xhtml")).doesNotContain("class=\"stillwater-banner\"");
    }

    @Test
    void the_style_sheet_is_served() throws Exception {
        var css = Http.get(uri("jakarta.faces.resource/stillwater.css.xhtml?ln=stillwater"));
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.body()).contains(".stillwater-banner", "light-dark(");
    }

    @Test
    void an_action_is_carried_out_in_normal_mode() throws Exception {
        assertThat(FacesClient.open(uri("form.xhtml")).submit("words", "save").body())
                .contains("saved words");
        assertThat(FacesClient.open(uri("form.xhtml"))
                        .submitByAjax("words", "saveByAjax")
                        .body())
                .contains("saved words");
    }

    @Test
    void a_form_that_was_open_before_shows_a_message_and_keeps_what_was_typed() throws Exception {
        FacesClient form = FacesClient.open(uri("form.xhtml"));
        operator.enter();
        var response = form.submit(TYPED, "save");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("The change was not saved", "What you typed is still here", TYPED_IN_HTML, "nothing saved")
                .doesNotContain("Exception", "Clerk");
        operator.leave();
        assertThat(form.submit(TYPED, "save").body()).contains("saved what &lt;somebody&gt; typed");
    }

    @Test
    void by_ajax_too_and_only_the_messages_are_replaced() throws Exception {
        FacesClient form = FacesClient.open(uri("form.xhtml"));
        operator.enter();
        var response = form.submitByAjax(TYPED, "saveByAjax");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("<partial-response", "<update id=\"form:messages\">", "What you typed is still here")
                .doesNotContain("<update id=\"form:text\">", "ViewRoot", "<error>", "Exception", "Clerk");
    }

    @Test
    void a_page_without_a_place_for_messages_shows_it_in_the_banner() throws Exception {
        FacesClient form = FacesClient.open(uri("no-messages.xhtml"));
        operator.enter();
        var response = form.submit(TYPED, "save");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("The change was not saved", "data-refused=\"form:save\"", TYPED_IN_HTML)
                .doesNotContain("Exception");
    }

    @Test
    void by_ajax_too() throws Exception {
        FacesClient form = FacesClient.open(uri("no-messages.xhtml"));
        operator.enter();
        var response = form.submitByAjax(TYPED, "saveByAjax");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("<update id=\"stillwater-banner\">", "The change was not saved")
                .doesNotContain("<error>", "<eval>", "Exception");
    }

    @Test
    void a_write_while_a_page_is_rendered_answers_503() throws Exception {
        assertThat(get("rendering.xhtml")).contains("saved while rendering");
        operator.enter();
        var response = Http.send(HttpRequest.newBuilder(uri("rendering.xhtml")).header("Accept", "text/html"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("Read-only mode").doesNotContain("Exception");
    }

    @Test
    void other_failures_are_not_touched() throws Exception {
        operator.enter();
        var response = FacesClient.open(uri("form.xhtml")).submit(TYPED, "fail");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("The change was not saved");
    }

    private String get(String page) throws Exception {
        var response = Http.get(uri(page));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private URI uri(String page) throws Exception {
        return base.toURI().resolve(page);
    }
}
