package org.stillwater.internal.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Locale server = Locale.getDefault();

    @TempDir
    private Path classes;

    @BeforeEach
    void serverSpeaksGerman() {
        Locale.setDefault(Locale.GERMAN);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(server);
        Thread.currentThread().setContextClassLoader(before);
        ResourceBundle.clearCache();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyLanguageHasEveryTextAndEveryGap(String language) {
        ResourceBundle english = bundle("");
        ResourceBundle other = bundle("_" + language);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(gaps(other.getString(key))).as(key).isEqualTo(gaps(english.getString(key)));
            assertThat(other.getString(key)).as(key).doesNotContain("''");
        }
    }

    private static ResourceBundle bundle(String suffix) {
        return ResourceBundle.getBundle(
                "org.stillwater.messages",
                suffix.isEmpty() ? Locale.ROOT : Locale.forLanguageTag(suffix.substring(1)),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<Boolean> gaps(String text) {
        return List.of(text.contains("{0}"), text.contains("{1}"));
    }

    @Test
    void theServersLanguageDoesNotCount() {
        assertThat(Texts.in(Locale.ITALIAN).get("resend")).isEqualTo("Send again");
        assertThat(Texts.in(Locale.ENGLISH).get("resend")).isEqualTo("Send again");
        assertThat(Texts.in(Locale.CANADA_FRENCH).get("resend")).isEqualTo("Envoyer à nouveau");
    }

    @Test
    void theFirstLanguageThatThereIsCounts() {
        assertThat(Texts.in(List.of(Locale.ITALIAN, SPANISH, Locale.ENGLISH)).get("title"))
                .isEqualTo("Modo de solo lectura");
        assertThat(Texts.in(List.of(Locale.UK, SPANISH)).get("title")).isEqualTo("Read-only mode");
        assertThat(Texts.in(List.of()).get("title")).isEqualTo("Read-only mode");
    }

    @Test
    void anyLanguageIsEnglish() {
        for (Locale any : List.of(Locale.ROOT, Locale.forLanguageTag("!"), new Locale("*"))) {
            assertThat(Texts.in(any).locale()).isEqualTo(Locale.ENGLISH);
            assertThat(Texts.in(List.of(any)).locale()).isEqualTo(Locale.ENGLISH);
        }
        assertThat(Texts.in(List.of(Locale.ROOT, SPANISH)).locale()).isEqualTo(SPANISH);
    }

    @Test
    void anApplicationOverridesSingleTextsAndAddsLanguages() throws IOException {
        applicationHas(Map.of(
                "StillwaterMessages.properties", "resend=Once more",
                "StillwaterMessages_it.properties", "title=Sola lettura"));
        assertThat(Texts.in(Locale.ENGLISH).get("resend")).isEqualTo("Once more");
        assertThat(Texts.in(Locale.ENGLISH).get("title")).isEqualTo("Read-only mode");
        assertThat(Texts.in(List.of(Locale.ITALIAN)).get("title")).isEqualTo("Sola lettura");
        assertThat(Texts.in(Locale.ITALIAN).get("over")).startsWith("The update is over");
    }

    @Test
    void whatIsPutInIsNotLookedAtAgain() {
        assertThat(Texts.ENGLISH.get("reason", "{0} $1 \\")).isEqualTo("Reason: {0} $1 \\");
    }

    private void applicationHas(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(classes.resolve(file.getKey()), file.getValue());
        }
        URL[] path = {classes.toUri().toURL()};
        Thread.currentThread().setContextClassLoader(new URLClassLoader(path, before));
    }
}
