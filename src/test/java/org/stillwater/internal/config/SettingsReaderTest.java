package org.stillwater.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @Test
    void whereNothingIsSetTheDefaultsApply() {
        Settings settings = Settings.defaults();
        assertThat(settings.enabled()).isTrue();
        assertThat(settings.drainTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.requestGrace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.requestExclude()).isEqualTo(PathPatterns.NONE);
        assertThat(settings.http()).isEqualTo(new HttpSettings(503, Door.NONE, PathPatterns.NONE, null));
        assertThat(settings.statusPath()).isEqualTo("/stillwater/status");
        assertThat(settings.statusReason()).isFalse();
        assertThat(settings.store()).isNull();
        assertThat(settings.persistenceUnits().contains("any")).isTrue();
        assertThat(settings.droppable().names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "5m,PT5M", "2h,PT2H", "PT1M30S,PT1M30S", " 7s ,PT7S"})
    void durationsAreReadInTheirUsualForms(String value, Duration expected) {
        assertThat(read(Map.of("stillwater.request-grace", value)).requestGrace())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 429, 500, 503, 599})
    void anyStatusOfFailureMayStandForARefusal(int status) {
        assertThat(read(Map.of("stillwater.http.status", Integer.toString(status)))
                        .http()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void systemPropertiesComeBeforeEnvironmentVariables() {
        Map<String, String> environment = Map.of("STILLWATER_DRAIN_TIMEOUT", "1m", "STILLWATER_STATUS_PATH", "/status");
        Settings settings =
                SettingsReader.read(SettingsSource.of(Map.of("stillwater.drain-timeout", "2m"), environment));
        assertThat(settings.drainTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.statusPath()).isEqualTo("/status");
    }

    @ParameterizedTest
    @CsvSource({
        "stillwater.enabled,yes,'true'",
        "stillwater.drain-timeout,soon,'30s'",
        "stillwater.drain-timeout,-PT3S,'30s'",
        "stillwater.request-grace,99999999999999999999s,'30s'",
        "stillwater.status.path,status,/stillwater/status",
        "stillwater.verify-drain,maybe,'true'",
        "stillwater.verify-drain.shop,no,'true'",
        "stillwater.application,../../etc,letters",
        "stillwater.request-exclude,events/*,'/prefix/*'",
        "stillwater.http.status,200,from 400 to 599",
        "stillwater.http.status,600,from 400 to 599",
        "stillwater.http.status,5xx,from 400 to 599",
        "stillwater.http.status,401,not 401",
        "stillwater.http.status,408,408",
        "stillwater.http.refuse,posts,'unsafe'",
        "stillwater.http.refuse.exclude,login,'/prefix/*'",
        "stillwater.http.page,read-only.html,'/WEB-INF/read-only.html'",
        "stillwater.http.page,/pages/../secret,within the application",
        "stillwater.droppable,views,'com.acme.Page.views'",
        "'stillwater.droppable','com.acme.Page.views,','com.acme.Page.views'",
        "'stillwater.persistence-units','shop,,audit',separated by commas"
    })
    void aMalformedValueIsRefusedWithKeyValueAndWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'")
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining(allowed);
    }

    @Test
    void aPersistenceUnitMayDifferFromTheOthers() {
        assertThat(Settings.defaults().verifyDrain().isOn("shop")).isTrue();
        UnitSwitch allButOne =
                read(Map.of("stillwater.verify-drain.archive.old", "false")).verifyDrain();
        assertThat(allButOne.isOn("shop")).isTrue();
        assertThat(allButOne.isOn(null)).isTrue();
        assertThat(allButOne.isOn("archive.old")).isFalse();
        UnitSwitch onlyOne = read(Map.of("stillwater.verify-drain", "false", "stillwater.verify-drain.shop", "true"))
                .verifyDrain();
        assertThat(onlyOne.isOn("shop")).isTrue();
        assertThat(onlyOne.isOn("archive")).isFalse();
        assertThat(onlyOne.isOn(null)).isFalse();
    }

    @Test
    void anUnknownKeyHasNoEffectAndItsNearestMatchIsKnown() {
        assertThat(read(Map.of("stillwater.drain-timeuot", "1s")).drainTimeout())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(Nearest.to("stillwater.drain-timeuot", List.of("stillwater.store", "stillwater.drain-timeout")))
                .isEqualTo("stillwater.drain-timeout");
    }

    @Test
    void variablesThatKubernetesInjectsAreNoSettings() {
        SettingsSource source = SettingsSource.of(Map.of(), Map.of("STILLWATER_PORT", "tcp://10.0.0.1:80"));
        assertThat(source.keys()).isEmpty();
        assertThat(SettingsReader.read(source)).isEqualTo(Settings.defaults());
    }

    private static Settings read(Map<String, String> properties) {
        return SettingsReader.read(SettingsSource.of(properties, Map.of()));
    }
}
