package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Operator;

/** Only forms that are known to write become read-only, and only pages that want a banner have one. */
@ArquillianTest
@RunAsClient
public abstract class AbstractGuardedFormsIT {
    private final Operator operator = Operator.of(AbstractGuardedFormsIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return DeskArchive.of(
                AbstractGuardedFormsIT.class, "stillwater.faces.forms=writes", "stillwater.faces.banner=page");
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    private PageClient open() throws Exception {
        return PageClient.open(base.toURI().resolve("desk.xhtml"));
    }

    @Test
    void a_form_with_an_action_that_writes_and_a_marked_one_are_read_only() throws Exception {
        operator.enter();
        PageClient page = open();
        assertThat(page.document().select("form[data-stillwater=form]"))
                .extracting(Element::id)
                .containsExactly("desk", "table", "marked");
        assertThat(page.element("desk:name").hasAttr("readonly")).isTrue();
        assertThat(page.element("marked:any").hasAttr("disabled")).isTrue();
        assertThat(page.element("reading:words").hasAttr("readonly")).isFalse();
        assertThat(page.element("p").hasAttr("readonly")).isFalse();
    }

    @Test
    void a_page_without_a_banner_shows_refusals_only() throws Exception {
        PageClient page = open().type("desk:name", "Ada").type("desk:field:text", "Ada");
        operator.enter();
        assertThat(open().document().select("#stillwater-banner > *")).isEmpty();
        page.press("desk:save");
        assertThat(page.document()
                        .select("#stillwater-banner[data-only=refusals]")
                        .text())
                .contains("The change was not saved", "Send again");
        assertThat(page.element("desk:name").val()).isEqualTo("Ada");
    }
}
