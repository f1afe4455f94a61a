package org.stillwater.it.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.it.Operator;

/** A form that was opened before the window and is sent in it. */
@ArquillianTest
@RunAsClient
public abstract class AbstractLateSubmitIT {
    private final Operator operator = Operator.of(AbstractLateSubmitIT.class);

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive application() {
        return DeskArchive.of(AbstractLateSubmitIT.class);
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    private PageClient fillIn() throws Exception {
        PageClient page = PageClient.open(base.toURI().resolve("desk.xhtml"));
        page.type("desk:name", "Ada").type("desk:note", "Note <1>").type("desk:field:text", "Ada");
        page.element("desk:urgent").removeAttr("checked");
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"save", "saveElsewhere", "saveAndLeave", "link"})
    void comes_back_with_everything_that_was_typed(String command) throws Exception {
        PageClient page = fillIn();
        operator.enter();
        var response = page.press("desk:" + command);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(page.element("desk:name").val()).isEqualTo("Ada");
        assertThat(page.element("desk:note").val()).isEqualTo("Note <1>");
        assertThat(page.element("desk:urgent").hasAttr("checked")).isFalse();
        assertThat(page.element("desk:saved").text()).isEqualTo("nothing saved");
        assertThat(page.element("desk:messages").text())
                .contains("The change was not saved", "What you typed is still here");
        assertThat(page.element("stillwater-banner").attr("data-refused")).isEqualTo("desk:" + command);
        assertThat(page.document().select("#stillwater-banner button[disabled]").text())
                .isEqualTo("Send again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"save", "link"})
    void a_known_write_leaves_the_model_alone(String command) throws Exception {
        PageClient page = fillIn();
        operator.enter();
        page.press("desk:" + command);
        assertThat(page.element("desk:model").text()).isEqualTo(", , letter, urgent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"saveByAjax", "saveElsewhereByAjax"})
    void by_ajax_the_banner_is_one_more_update(String command) throws Exception {
        PageClient page = fillIn();
        operator.enter();
        var response = page.pressByAjax("desk:" + command, "desk:saved desk:model");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("<partial-response", "<update id=\"stillwater-banner\">", "data-refused=\"desk:" + command)
                .contains("<update id=\"desk:messages\">")
                .doesNotContain("<eval>", "<error>", "Exception", "<script");
    }

    @Test
    void by_ajax_a_known_write_leaves_the_model_alone() throws Exception {
        PageClient page = fillIn();
        operator.enter();
        page.pressByAjax("desk:saveByAjax", "desk:saved desk:model");
        operator.leave();
        page.press("desk:search");
        assertThat(page.element("desk:saved").text()).startsWith("found");
    }

    @Test
    void can_be_sent_again_after_the_lift() throws Exception {
        PageClient page = fillIn();
        operator.enter();
        page.press("desk:save");
        operator.leave();
        page.lifted().press("desk:save");
        assertThat(page.element("desk:saved").text()).isEqualTo("saved Ada, Note <1>, letter, not urgent");
    }

    @Test
    void the_conversation_goes_on() throws Exception {
        PageClient page = PageClient.open(base.toURI().resolve("talk.xhtml"));
        page.press("talk:begin");
        page.type("talk:said", "a word");
        operator.enter();
        page.press("talk:save");
        assertThat(page.element("talk:saved").text()).isEqualTo("nothing saved");
        operator.leave();
        page.lifted().press("talk:save");
        assertThat(page.element("talk:saved").text()).startsWith("saved a word after 1 steps in ");
    }

    @Test
    void what_the_action_puts_into_the_flash_is_there_after_the_lift() throws Exception {
        PageClient page = fillIn();
        operator.enter();
        page.press("desk:saveAndLeave");
        operator.leave();
        page.lifted().press("desk:saveAndLeave");
        assertThat(page.document().text()).contains("[flash: kept in the flash]");
    }

    @Test
    void messages_of_validation_are_shown_as_ever() throws Exception {
        PageClient page = fillIn().type("desk:name", "");
        operator.enter();
        page.press("desk:save");
        assertThat(page.element("desk:messages").text()).doesNotContain("The change was not saved");
        assertThat(page.element("desk:note").val()).isEqualTo("Note <1>");
    }

    @Test
    void what_reads_is_carried_out() throws Exception {
        PageClient page = fillIn().type("desk:sought", "it");
        operator.enter();
        page.press("desk:search");
        assertThat(page.element("desk:saved").text()).isEqualTo("found it, urgent false");
        assertThat(page.element("stillwater-banner").hasAttr("data-refused")).isFalse();
    }
}
