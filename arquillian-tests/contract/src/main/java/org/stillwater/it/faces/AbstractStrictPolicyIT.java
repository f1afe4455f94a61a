package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Archives;
import org.stillwater.it.Operator;

/** A site that forbids every script and style that is written into a page. */
@ArquillianTest
@RunAsClient
public abstract class AbstractStrictPolicyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Operator operator = Operator.of(AbstractStrictPolicyIT.class);

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractStrictPolicyIT.class)
                .addClasses(Clerk.class, Form.class, StrictPolicy.class)
                .addAsWebInfResource("faces/faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/strict.xhtml", "strict.xhtml");
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
    void a_page_follows_the_mode_and_nothing_is_forbidden_to_it() {
        browser.show(base + "strict.xhtml");
        browser.find("form:text").sendKeys("words");
        operator.enter();
        browser.await(PATIENCE, "document.getElementById('form:text').readOnly");
        browser.await(
                PATIENCE, "getComputedStyle(document.querySelector('.stillwater-banner')).borderTopWidth === '1px'");
        browser.picture("strict-policy");
        operator.leave();
        browser.await(PATIENCE, "!document.getElementById('form:text').readOnly");
        browser.find("form:save").click();
        browser.await(PATIENCE, "document.getElementById('form:saved').textContent === 'saved words'");
        assertThat(browser.complaints()).noneMatch(complaint -> complaint.contains("Content Security Policy"));
        browser.run("const forbidden = document.createElement('script'); forbidden.textContent = 'window.bad = 1';"
                + " document.head.append(forbidden)");
        assertThat(browser.complaints())
                .as("the policy is in force, and the test would see it")
                .anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }
}
