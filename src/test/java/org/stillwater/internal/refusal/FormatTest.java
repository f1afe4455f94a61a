package org.stillwater.internal.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what Firefox, Chromium, jQuery and JAX-RS clients send
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|HTML",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7|HTML",
                "application/json, text/javascript, */*; q=0.01|JSON",
                "application/json|JSON",
                "application/problem+json|JSON",
                "Application/Vnd.Api+JSON;version=1|JSON",
                "text/plain|TEXT",
                "text/html;q=0.4, application/json;q=0.5|JSON",
                "text/html, application/json;q=0|HTML",
                "application/json;q=0, text/plain;q=0.1|TEXT",
                "text/html;q=nonsense, text/plain|TEXT",
            })
    void isWhatTheClientWantsMost(String accept, Format wanted) {
        for (Format otherwise : Format.values()) {
            assertThat(Format.wantedBy(List.of(accept), otherwise)).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"*/*", "image/png", "''", "*/*;q=0.8", ",;,", "application/json;q=0"})
    void isTheDefaultForThoseWithoutAWish(String accept) {
        assertThat(Format.wantedBy(List.of(accept), Format.JSON)).isEqualTo(Format.JSON);
        assertThat(Format.wantedBy(List.of(accept), Format.TEXT)).isEqualTo(Format.TEXT);
    }

    @Test
    void looksAtEveryHeader() {
        assertThat(Format.wantedBy(List.of("text/html;q=0.5", "application/json"), Format.TEXT))
                .isEqualTo(Format.JSON);
        assertThat(Format.wantedBy(List.of(), Format.TEXT)).isEqualTo(Format.TEXT);
    }
}
