package org.stillwater.internal.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class AnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String NASTY = "<script>alert(\"1\")</script> & 'more'";

    @Test
    void isAProblemForPrograms() {
        Answer answer = Answer.refusal(Format.JSON, words(Refused.CHANGE, null), 429);
        JsonObject problem = json(answer);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(problem.getString("type")).isEqualTo("urn:stillwater:problem:read-only-mode");
        assertThat(problem.getString("title")).isEqualTo("Read-only mode");
        assertThat(problem.getInt("status")).isEqualTo(429);
        assertThat(problem.getString("detail")).contains("nothing can be changed");
        assertThat(problem.getString("mode")).isEqualTo("READ_ONLY");
        assertThat(problem.getInt("epoch")).isEqualTo(7);
        assertThat(problem.getString("since")).isEqualTo("2026-11-22T11:59:00Z");
        assertThat(problem.getString("expectedEnd")).isEqualTo("2026-11-22T12:05:00Z");
        assertThat(problem.containsKey("reason")).isFalse();
    }

    @Test
    void isAPageForPeople() {
        Answer answer = Answer.refusal(Format.HTML, words(Refused.CHANGE, NASTY), 503);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("<html lang=\"en\">", "<title>Read-only mode</title>", "<h1>", "nothing can be changed until")
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "href", "src=", "url(", "%1$s", "%2$s");
    }

    @Test
    void isTextForTheRest() {
        Answer answer = Answer.refusal(Format.TEXT, words(Refused.CHANGE, "an upgrade"), 503);
        assertThat(answer.contentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.body()).startsWith("Read-only mode\n").contains("nothing can be changed", "an upgrade");
    }

    @Test
    void saysInAFullStopThatNothingCanBeUsed() {
        JsonObject problem = json(Answer.refusal(Format.JSON, words(Refused.EVERYTHING, null), 503));
        assertThat(problem.getString("type")).isEqualTo("urn:stillwater:problem:full-stop");
        assertThat(problem.getString("detail"))
                .contains("cannot be used until about", "Nothing was changed.")
                .doesNotContain("go on reading");
        Answer page = Answer.refusal(Format.HTML, words(Refused.EVERYTHING, null), 503);
        assertThat(page.body()).contains("<title>Update in progress</title>", "cannot be used", "Then try again.");
    }

    @Test
    void isAnErrorForTheScriptOfAFacesPage() throws Exception {
        Answer answer = Answer.refusal(Format.FACES_AJAX, words(Refused.CHANGE, "an upgrade"), 503);
        assertThat(answer.contentType()).isEqualTo("text/xml;charset=UTF-8");
        Element error = errorIn(answer.body());
        assertThat(error.getElementsByTagName("error-name").item(0).getTextContent())
                .isEqualTo("urn:stillwater:problem:read-only-mode");
        assertThat(error.getElementsByTagName("error-message").item(0).getTextContent())
                .contains("nothing can be changed", "was not saved");
    }

    @Test
    void staysAnErrorForFacesWhateverTheTextIs() throws Exception {
        String text = "]]> " + NASTY + " ]]>";
        assertThat(errorIn(PartialResponse.error("name", text))
                        .getElementsByTagName("error-message")
                        .item(0)
                        .getTextContent())
                .isEqualTo(text);
    }

    private static Element errorIn(String xml) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("partial-response");
        assertThat(root.getFirstChild().getNodeName()).isEqualTo("error");
        return (Element) root.getFirstChild();
    }

    @Test
    void tellsTheReasonOnlyWhereItIsGiven() {
        assertThat(json(Answer.status(notice(NASTY), NOW, null)).getString("reason"))
                .isEqualTo(NASTY);
        assertThat(json(Answer.status(notice(null), NOW, null)).containsKey("reason"))
                .isFalse();
    }

    @Test
    void tellsPagesTheTimeAndTheirTexts() {
        JsonObject status = json(Answer.status(notice(null), NOW, Texts.in(Locale.GERMAN)));
        assertThat(status.getString("now")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(status.getJsonObject("texts").getString("resend")).isEqualTo("Noch einmal senden");
        assertThat(json(Answer.status(notice(null), NOW, null)).containsKey("texts"))
                .isFalse();
    }

    @Test
    void isInTheReadersLanguage() {
        Wording french = new Wording(Refused.CHANGE, notice("une raison"), NOW, Texts.in(Locale.FRENCH));
        assertThat(Answer.refusal(Format.HTML, french, 503).body())
                .contains("<html lang=\"fr\">", "rien ne peut être modifié", "Motif : une raison", "Revenez");
        Wording spanish = new Wording(Refused.EVERYTHING, notice(null), NOW, Texts.in(Locale.forLanguageTag("es")));
        assertThat(Answer.refusal(Format.TEXT, spanish, 503).body())
                .startsWith("Actualización en curso")
                .contains("No se ha cambiado nada");
    }

    private static Wording words(Refused refused, @Nullable String reason) {
        return new Wording(refused, notice(reason), NOW, Texts.ENGLISH);
    }

    private static JsonObject json(Answer answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static Notice notice(@Nullable String reason) {
        return new Notice(AccessMode.READ_ONLY, 7, true, NOW.minusSeconds(60), NOW.plusSeconds(300), reason, null);
    }
}
