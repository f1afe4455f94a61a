package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.it.Archives;
import org.stillwater.it.Operator;

/** What only a browser knows: scripts, and how it looks. */
@ArquillianTest
@RunAsClient
public abstract class AbstractBrowserIT {
    private final Operator operator = Operator.of(AbstractBrowserIT.class);

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractBrowserIT.class)
                .addClasses(Clerk.class, Form.class)
                .addAsWebInfResource("faces/faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/form.xhtml", "form.xhtml")
                .addAsWebResource("faces/no-messages.xhtml", "no-messages.xhtml")
                .addAsWebResource("faces/rendering.xhtml", "rendering.xhtml");
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
        operator.leave();
    }

    @Test
    void a_refused_ajax_action_shows_a_message_and_keeps_what_was_typed() {
        browser.show(base + "form.xhtml");
        browser.find("form:text").sendKeys("typed before the window");
        operator.enter();
        browser.find("form:saveByAjax").click();
        awaitText("form:messages", "The change was not saved");
        assertThat(browser.find("form:text").getDomProperty("value")).isEqualTo("typed before the window");
        browser.picture("refused-by-ajax");
        operator.leave();
        browser.await(Duration.ofSeconds(30), "!document.getElementById('form:saveByAjax').disabled");
        browser.find("form:saveByAjax").click();
        awaitText("form:saved", "saved typed before the window");
    }

    @Test
    void a_page_without_messages_shows_it_in_the_banner() {
        browser.show(base + "no-messages.xhtml");
        browser.find("form:text").sendKeys("typed before the window");
        operator.enter();
        browser.run("document.getElementById('form:saveByAjax').click()");
        awaitText("stillwater-banner", "The change was not saved");
        assertThat(browser.find("form:text").getDomProperty("value")).isEqualTo("typed before the window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void the_banner_and_the_refusal_page_are_easy_to_read(String scheme) {
        operator.enter();
        browser.prefers(scheme);
        browser.show(base + "form.xhtml");
        assertThat(browser.contrast(".stillwater-banner")).isGreaterThan(7);
        browser.picture("banner-" + scheme);
        browser.show(base + "rendering.xhtml");
        assertThat(browser.contrast("body")).isGreaterThan(7);
        browser.picture("refusal-page-" + scheme);
    }

    private void awaitText(String id, String text) {
        Awaitility.await().untilAsserted(() -> assertThat(browser.text(id)).contains(text));
    }
}
