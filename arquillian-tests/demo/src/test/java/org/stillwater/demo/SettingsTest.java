package org.stillwater.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final List<String> PATHS = List.of(
            "demo.server-home",
            "demo.java-home",
            "demo.modules",
            "demo.server-configuration",
            "demo.application",
            "demo.command-line",
            "demo.work");

    @BeforeEach
    void setPaths() {
        PATHS.forEach(name -> System.setProperty(name, "target/anything"));
    }

    @AfterEach
    void clear() {
        PATHS.forEach(System::clearProperty);
        List.of("demo.keep", "demo.orders", "demo.library").forEach(System::clearProperty);
    }

    @Test
    void the_library_is_on_and_nothing_is_kept_unless_asked_for() {
        Settings settings = Settings.fromSystemProperties();

        assertThat(settings.library()).isTrue();
        assertThat(settings.keep()).isEqualTo(Settings.Keep.FALSE);
        assertThat(settings.autosave()).isEqualTo("conservative");
    }

    @Test
    void wrong_values_are_named_with_what_is_allowed() {
        System.setProperty("demo.keep", "yes");
        assertThatIllegalArgumentException()
                .isThrownBy(Settings::fromSystemProperties)
                .withMessage("-Ddemo.keep=yes: allowed is false, true, only");
    }

    @Test
    void too_small_is_wrong_too() {
        System.setProperty("demo.orders", "12");
        assertThatIllegalArgumentException()
                .isThrownBy(Settings::fromSystemProperties)
                .withMessage("-Ddemo.orders=12: allowed is a number from 1000 on");
    }
}
