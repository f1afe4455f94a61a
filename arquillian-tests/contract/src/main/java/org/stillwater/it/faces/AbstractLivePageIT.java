package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.stillwater.it.Operator;

/** A page that stays open while the mode changes. */
@ArquillianTest
@RunAsClient
public abstract class AbstractLivePageIT {
    /** What the library promises. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READ_ONLY = "document.getElementById('desk:name').readOnly";
    private static final String WRITABLE = "!" + READ_ONLY;
    private static final String STATUS = "*/stillwater/status*";

    private final Operator operator = Operator.of(AbstractLivePageIT.class);

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    public static WebArchive application() {
        return DeskArchive.of(AbstractLivePageIT.class).addAsWebResource("faces/plain.html", "plain.html");
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
        browser.show(base + "desk.xhtml");
        browser.await(PATIENCE, "window.stillwater && stillwater.state");
    }

    @AfterEach
    void close() {
        browser.close();
        operator.leave();
    }

    @Test
    void follows_the_mode_both_ways_and_keeps_what_was_typed() {
        browser.run("window.heard = []; document.addEventListener('stillwater:change',"
                + " event => heard.push(`${event.detail.mode} ${event.detail.readOnly} ${event.detail.overrun}`));");
        browser.find("desk:name").sendKeys("half ty");
        browser.find("desk:urgent").click();
        browser.picture("live-1-before");
        operator.enter();
        browser.await(SOON, READ_ONLY);
        browser.await(SOON, "document.querySelector('.stillwater-banner-countdown')");
        browser.picture("live-2-during");
        assertThat(browser.text("stillwater-banner"))
                .contains("nothing can be changed", "Expected to end at ", "in 10 minutes");
        assertThat(value("desk:name")).isEqualTo("half ty");
        assertThat(browser.run("return ['desk:kind', 'desk:urgent', 'desk:save'].every(id =>"
                        + " document.getElementById(id).disabled)"))
                .isEqualTo(true);
        assertThat(
                        browser.run(
                                "return ['desk:sought', 'desk:search', 'login:password', 'q', 'u', 'desk:elsewhere'].some("
                                        + "id => document.getElementById(id).disabled || document.getElementById(id).readOnly)"))
                .isEqualTo(false);
        operator.leave();
        browser.await(SOON, WRITABLE);
        browser.picture("live-3-after");
        browser.find("desk:name").sendKeys("ped");
        browser.find("desk:field:text").sendKeys("half typed");
        assertThat(browser.run("return document.getElementById('desk:own').disabled"))
                .isEqualTo(true);
        click("desk:save");
        browser.await(PATIENCE, "document.getElementById('desk:saved').textContent.startsWith('saved half typed')");
        assertThat(browser.text("desk:saved")).isEqualTo("saved half typed, , letter, not urgent");
    }

    @Test
    void tells_the_applications_own_code() {
        browser.run("window.heard = []; document.addEventListener('stillwater:change',"
                + " event => heard.push(`${event.detail.readOnly} ${event.detail.overrun}`));");
        operator.enter(Duration.ofSeconds(6));
        browser.await(PATIENCE, "heard.includes('true false')");
        browser.await(PATIENCE, "heard.includes('true true')");
        assertThat(browser.text("stillwater-banner"))
                .contains("It takes longer than expected")
                .doesNotContain("Expected to end");
        operator.leave();
        browser.await(SOON, "heard.includes('false false')");
    }

    @Test
    void a_row_of_a_table_is_edited_by_ajax_across_flip_and_lift() {
        browser.block(STATUS);
        browser.run("document.getElementById('table:lines:1:text').value = 'edited'");
        operator.enter();
        click("table:lines:1:keep");
        browser.await(PATIENCE, "document.querySelector('.stillwater-banner-refused')");
        browser.await(PATIENCE, "document.getElementById('table:lines:0:text').readOnly");
        assertThat(value("table:lines:1:text")).isEqualTo("edited");
        assertThat(browser.text("table:lines:1:kept")).isEqualTo("second");
        browser.block();
        operator.leave();
        browser.await(PATIENCE, "!document.querySelector('.stillwater-banner-resend').disabled");
        browser.run("document.querySelector('.stillwater-banner-resend').click()");
        browser.await(PATIENCE, "document.getElementById('table:lines:1:kept').textContent === 'edited'");
    }

    @Test
    void an_announcement_is_shown_and_gone_when_the_window_is_lifted() {
        operator.announce(Duration.ofMinutes(20));
        browser.await(SOON, "document.querySelector('.stillwater-banner-countdown')");
        assertThat(browser.text("stillwater-banner"))
                .contains("will be updated from about ", "in 20 minutes", "save what you are working on");
        assertThat(browser.run("return " + WRITABLE)).isEqualTo(true);
        browser.picture("announced");
        browser.show(base + "desk.xhtml");
        assertThat(browser.text("stillwater-banner")).contains("will be updated from about ");
        operator.enter();
        browser.await(SOON, READ_ONLY);
        operator.leave();
        browser.await(SOON, WRITABLE);
        assertThat(browser.text("stillwater-banner")).doesNotContain("will be updated");
    }

    @Test
    void a_button_of_Faces_that_sends_nothing_by_itself_is_a_command() {
        operator.enter();
        browser.await(SOON, "document.getElementById('desk:byButton').disabled");
        assertThat(browser.run("return document.getElementById('plain').disabled"))
                .isEqualTo(false);
        browser.show(base + "desk.xhtml");
        assertThat(browser.run("return document.getElementById('desk:byButton').disabled"))
                .isEqualTo(true);
        operator.leave();
        browser.await(SOON, "!document.getElementById('desk:byButton').disabled");
    }

    /** The page has not heard of the window when the form is sent. */
    @Test
    void a_late_submit_by_ajax_is_sent_again_with_one_click() {
        browser.block(STATUS);
        fillIn();
        operator.enter();
        browser.find("desk:saveByAjax").click();
        browser.await(PATIENCE, "document.querySelector('.stillwater-banner-refused')");
        browser.await(PATIENCE, READ_ONLY);
        assertThat(browser.run("return document.querySelector('.stillwater-banner-resend').disabled"))
                .isEqualTo(true);
        assertThat(value("desk:name")).isEqualTo("Ada");
        browser.picture("late-submit-by-ajax");
        browser.block();
        operator.leave();
        browser.await(PATIENCE, "!document.querySelector('.stillwater-banner-resend').disabled");
        browser.picture("late-submit-by-ajax-lifted");
        browser.run("document.querySelector('.stillwater-banner-resend').click()");
        browser.await(PATIENCE, "document.getElementById('desk:saved').textContent === 'saved Ada, , letter, urgent'");
    }

    @Test
    void a_late_submit_is_sent_again_by_keyboard_alone() {
        browser.block(STATUS);
        fillIn();
        operator.enter();
        browser.find("desk:save").sendKeys(Keys.ENTER);
        browser.await(PATIENCE, "document.querySelector('.stillwater-banner-refused')");
        browser.await(PATIENCE, READ_ONLY);
        assertThat(value("desk:name")).isEqualTo("Ada");
        browser.picture("late-submit");
        browser.block();
        operator.leave();
        browser.await(PATIENCE, "!document.querySelector('.stillwater-banner-resend').disabled");
        browser.run("document.activeElement.blur()");
        browser.press(Keys.TAB);
        assertThat(browser.run("return document.activeElement.className"))
                .isEqualTo("stillwater-banner stillwater-banner-lifted");
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);
        browser.await(PATIENCE, "document.getElementById('desk:saved').textContent === 'saved Ada, , letter, urgent'");
    }

    @Test
    void nothing_that_is_seen_moves() {
        browser.run(
                "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
                        + "entry => window.moved += entry.sources.filter(({node}) => node"
                        + " && !document.getElementById('stillwater-banner').contains(node)).length)).observe({type: 'layout-shift', buffered: false});");
        operator.enter();
        browser.await(PATIENCE, READ_ONLY + " && document.querySelector('.stillwater-banner')");
        operator.leave();
        browser.await(PATIENCE, WRITABLE);
        assertThat((Number) browser.run("return window.moved")).isEqualTo(0L);
    }

    @Test
    void a_link_that_sends_the_form_does_nothing_meanwhile() {
        fillIn();
        operator.enter();
        browser.await(PATIENCE, READ_ONLY);
        click("desk:link");
        assertThat(browser.run("return document.getElementById('desk:link').getAttribute('aria-disabled')"))
                .isEqualTo("true");
        operator.leave();
        browser.await(PATIENCE, WRITABLE);
        click("desk:link");
        browser.await(PATIENCE, "document.getElementById('desk:saved').textContent === 'saved Ada, , letter, urgent'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void is_accessible(String scheme) throws IOException {
        browser.prefers(scheme);
        browser.block(STATUS);
        fillIn();
        operator.enter();
        click("desk:save");
        browser.await(PATIENCE, "document.querySelector('.stillwater-banner-refused')");
        browser.block();
        browser.await(PATIENCE, "document.querySelector('.stillwater-banner-countdown')");
        browser.picture("accessible-" + scheme);
        assertThat(Axe.violations(browser)).isEmpty();
    }

    @Test
    void works_in_a_page_that_Faces_knows_nothing_of() {
        browser.show(base + "plain.html");
        browser.find("text").sendKeys("yz");
        operator.enter();
        browser.await(SOON, "document.getElementById('text').readOnly && document.getElementById('send').disabled");
        browser.await(SOON, "document.querySelector('body > #stillwater-banner .stillwater-banner')");
        assertThat(browser.text("stillwater-banner")).contains("Cette application est en cours");
        assertThat(browser.run("return document.getElementById('q').readOnly || document.getElementById('s').readOnly"))
                .isEqualTo(false);
        browser.picture("plain");
        operator.leave();
        browser.await(SOON, "!document.getElementById('text').readOnly && !document.getElementById('send').disabled");
        assertThat(value("text")).isEqualTo("xyz");
    }

    /** Even if the banner covers it just now. */
    private void click(String id) {
        browser.run("document.getElementById(arguments[0]).click()", id);
    }

    private void fillIn() {
        browser.find("desk:name").sendKeys("Ada");
        browser.find("desk:field:text").sendKeys("Ada");
    }

    private Object value(String id) {
        return browser.find(id).getDomProperty("value");
    }
}
