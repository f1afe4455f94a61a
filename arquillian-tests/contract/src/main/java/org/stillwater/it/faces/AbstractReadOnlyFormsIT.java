package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Operator;

/** Forms as they are rendered in read-only mode, without a change of the page. */
@ArquillianTest
@RunAsClient
public abstract class AbstractReadOnlyFormsIT {
    private static final List<String> READONLY =
            List.of("desk:name", "desk:note", "raw", "desk:field:text", "desk:repeat:0:line", "desk:repeat:1:line");
    private static final List<String> DISABLED =
            List.of("desk:kind", "desk:urgent", "desk:save", "desk:saveElsewhere", "desk:saveByAjax");
    private static final List<String> ELSEWHERE_READONLY =
            List.of("reading:words", "table:lines:0:text", "table:lines:1:text", "p");
    private static final List<String> ELSEWHERE_DISABLED = List.of("reading:find", "table:lines:0:keep", "marked:any");
    private static final List<String> SPARED = List.of(
            "desk:sought",
            "desk:search",
            "desk:elsewhere",
            "plain",
            "login:password",
            "login:in",
            "spared:other",
            "q",
            "u");

    private final Operator operator = Operator.of(AbstractReadOnlyFormsIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return DeskArchive.of(AbstractReadOnlyFormsIT.class);
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    private PageClient open() throws Exception {
        return PageClient.open(uri());
    }

    private URI uri() throws Exception {
        return base.toURI().resolve("desk.xhtml");
    }

    @Test
    void nothing_is_read_only_in_normal_mode() throws Exception {
        PageClient page = open();
        assertThat(page.document().select("[readonly], [data-stillwater=readonly], [data-stillwater=disabled]"))
                .isEmpty();
        assertThat(page.document().select("[disabled]")).extracting(Element::id).containsExactly("desk:own");
        assertThat(page.document().select("[name=stillwater.unsent]")).isEmpty();
    }

    @Test
    void controls_are_read_only_and_what_only_reads_is_spared() throws Exception {
        operator.enter();
        PageClient page = open();
        assertThat(page.document().select("[readonly]"))
                .extracting(Element::id)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(READONLY.stream(), ELSEWHERE_READONLY.stream())
                        .toList());
        for (String id :
                Stream.concat(DISABLED.stream(), ELSEWHERE_DISABLED.stream()).toList()) {
            assertThat(page.element(id).attributes().asList().toString())
                    .as(id)
                    .contains("disabled, data-stillwater=\"disabled\"");
        }
        for (String id : SPARED) {
            assertThat(page.element(id).hasAttr("disabled") || page.element(id).hasAttr("readonly"))
                    .as(id)
                    .isFalse();
        }
        assertThat(page.element("desk:own").attr("data-stillwater")).isEmpty();
        assertThat(page.element("desk:link").attr("aria-disabled")).isEqualTo("true");
    }

    @Test
    void the_page_says_so_without_being_touched() throws Exception {
        PageClient before = open();
        assertThat(before.document().select("body > #stillwater-banner[role=status]"))
                .hasSize(1)
                .allMatch(region -> region.childrenSize() == 0);
        assertThat(before.document().select("head > script[src*=stillwater.js], head > link[href*=stillwater.css]"))
                .hasSize(2);
        operator.enter();
        assertThat(open().document()
                        .select("#stillwater-banner .stillwater-banner-message")
                        .text())
                .contains("nothing can be changed until");
    }

    @Test
    void in_the_language_of_the_page() throws Exception {
        operator.enter();
        Document german = PageClient.open(URI.create(uri() + "?lang=de")).document();
        assertThat(german.select(".stillwater-banner-message").text())
                .contains("Diese Anwendung wird gerade aktualisiert", "Uhr");
        assertThat(german.text()).contains("[window: Diese Anwendung wird gerade aktualisiert");
    }

    /** A check box that is not sent looks like one that was switched off. */
    @Test
    void what_was_not_sent_is_not_taken_for_emptied() throws Exception {
        operator.enter();
        PageClient page = open().type("desk:sought", "something");
        page.press("desk:search");
        assertThat(page.element("desk:saved").text()).isEqualTo("found something, urgent true");
        assertThat(page.document().select("#desk\\:messages").text()).isEmpty();
    }

    /** Typed before the window, in a form that the script has made read-only: text is sent, a check box is not. */
    @Test
    void what_was_typed_before_stays_when_something_else_is_sent() throws Exception {
        PageClient page =
                open().type("desk:name", "Ada").type("desk:field:text", "Ada").type("desk:sought", "it");
        operator.enter();
        page.element("desk").prepend("<input type='hidden' name='stillwater.unsent' value='true'>");
        page.element("desk:urgent").attr("disabled", "disabled");
        page.press("desk:search");
        assertThat(page.element("desk:saved").text()).isEqualTo("found it, urgent true");
        assertThat(page.element("desk:name").val()).isEqualTo("Ada");
    }

    @Test
    void a_page_that_was_rendered_read_only_works_after_the_lift() throws Exception {
        operator.enter();
        PageClient page = open();
        operator.leave();
        page.lifted().type("desk:name", "Ada").type("desk:field:text", "Ada").press("desk:save");
        assertThat(page.element("desk:saved").text()).isEqualTo("saved Ada, , letter, urgent");
    }
}
