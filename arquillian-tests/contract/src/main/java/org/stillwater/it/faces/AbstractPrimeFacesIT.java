package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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

/** A library of components that draws its own controls and sends forms by its own script. */
@ArquillianTest
@RunAsClient
public abstract class AbstractPrimeFacesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READ_ONLY = "document.getElementById('edit:name').readOnly";
    private static final String PANEL =
            "getComputedStyle(document.getElementById('edit:kind_panel')).display !== 'none'";

    private final Operator operator = Operator.of(AbstractPrimeFacesIT.class);

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    public static WebArchive application() {
        return Archives.war(AbstractPrimeFacesIT.class)
                .addAsLibrary(new File(System.getProperty("it.primefaces")))
                .addClasses(Clerk.class, Desk.class)
                .addAsWebInfResource("faces/faces-config.xml", "faces-config.xml")
                .addAsWebResource("faces/primefaces.xhtml", "primefaces.xhtml");
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

    private void show() {
        browser.show(base + "primefaces.xhtml");
        browser.await(PATIENCE, "window.stillwater && stillwater.state");
    }

    @Test
    void a_dialog_stays_open_across_flip_and_lift_and_keeps_what_was_typed() {
        show();
        browser.find("edit:name").sendKeys("Ada");
        browser.picture("primefaces-1-before");
        operator.enter();
        browser.await(PATIENCE, READ_ONLY);
        browser.picture("primefaces-2-during");
        assertLocked();
        operator.leave();
        browser.await(PATIENCE, "!" + READ_ONLY);
        browser.picture("primefaces-3-after");
        clickIn("#edit\\:kind .ui-selectonemenu-trigger");
        browser.await(PATIENCE, PANEL);
        browser.find("edit:kind_1").click();
        clickIn("#edit\\:urgent .ui-chkbox-box");
        browser.run("PrimeFaces.getWidgetById('edit:save').jq.click()");
        awaitSaved("saved Ada, , parcel, not urgent");
    }

    private void assertLocked() {
        clickIn("#edit\\:kind .ui-selectonemenu-trigger");
        assertThat(browser.run("return " + PANEL)).isEqualTo(false);
        clickIn("#edit\\:urgent .ui-chkbox-box");
        click("edit:link");
        assertThat(browser.run("return document.getElementById('edit:save').disabled"))
                .isEqualTo(true);
        assertThat(browser.run("return document.getElementById('edit:urgent_input').checked"))
                .isEqualTo(true);
    }

    @Test
    void rendered_in_read_only_mode_it_works_after_the_lift() {
        operator.enter();
        show();
        assertThat(browser.run("return " + READ_ONLY)).isEqualTo(true);
        assertLocked();
        operator.leave();
        browser.await(PATIENCE, "!" + READ_ONLY);
        browser.find("edit:name").sendKeys("Ada");
        clickIn("#edit\\:urgent .ui-chkbox-box");
        click("edit:link");
        awaitSaved("saved Ada, , letter, not urgent");
    }

    @Test
    void the_pages_of_a_table_are_turned_in_every_mode() {
        operator.enter();
        show();
        assertThat(browser.text("list:table:0:shown")).isEqualTo("first");
        browser.run("document.querySelector('.ui-paginator-next').click()");
        browser.await(PATIENCE, "document.getElementById('list:table:1:shown')?.textContent === 'second'");
        assertThat(browser.run("return document.getElementById('list:table:1:line').readOnly"))
                .isEqualTo(true);
        assertThat(browser.run("return document.querySelectorAll('.ui-paginator [data-stillwater=disabled]').length"))
                .isEqualTo(0L);
        operator.leave();
        browser.await(PATIENCE, "!document.getElementById('list:table:1:line').readOnly");
    }

    @Test
    void a_late_submit_keeps_everything_and_is_sent_again() {
        show();
        browser.block("*/stillwater/status*");
        browser.find("edit:name").sendKeys("Ada");
        operator.enter();
        browser.find("edit:saveElsewhere").click();
        browser.await(PATIENCE, "document.querySelector('.stillwater-banner-refused')");
        browser.await(PATIENCE, READ_ONLY);
        assertThat(browser.find("edit:name").getDomProperty("value")).isEqualTo("Ada");
        browser.picture("primefaces-late-submit");
        browser.block();
        operator.leave();
        browser.await(PATIENCE, "!document.querySelector('.stillwater-banner-resend').disabled");
        browser.run("document.querySelector('.stillwater-banner-resend').click()");
        awaitSaved("saved Ada, , letter, urgent");
    }

    private void clickIn(String selector) {
        browser.run("document.querySelector(arguments[0]).click()", selector);
    }

    private void click(String id) {
        browser.run("document.getElementById(arguments[0]).click()", id);
    }

    private void awaitSaved(String text) {
        browser.await(PATIENCE, "document.getElementById('edit:saved').textContent === '" + text + "'");
    }
}
