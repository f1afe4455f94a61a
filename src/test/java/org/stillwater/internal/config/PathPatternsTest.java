package org.stillwater.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternsTest {
    @ParameterizedTest
    @CsvSource({
        "/events/*, /events",
        "/events/*, /events/",
        "/events/*, /events/7/stream",
        "/a/b/*, /a/b/c",
        "/*, /",
        "/*, /anything/at/all",
        "*.upload, /photo.upload",
        "*.upload, /deep/down/photo.upload",
        "*.tar.gz, /logs.tar.gz",
        "/exact, /exact",
        "/with-ümlaut, /with-ümlaut"
    })
    void matchesWhatItMeans(String pattern, String path) {
        assertThat(PathPatterns.parse(pattern).match(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/events/*, /eventsource",
        "/events/*, /other/events/7",
        "/events/*, /",
        "*.upload, /photo.uploads",
        "*.upload, /photo.upload/7",
        "*.upload, /upload",
        "/exact, /exact/",
        "/exact, /exact/more",
        "/exact, /exac",
        "/a.c, /abc"
    })
    void matchesNothingElse(String pattern, String path) {
        assertThat(PathPatterns.parse(pattern).match(path)).isFalse();
    }

    @Test
    void anyOfAListMatches() {
        PathPatterns patterns = PathPatterns.parse(" /events/* ,*.upload,  /exact");
        assertThat(patterns.match("/events/7")).isTrue();
        assertThat(patterns.match("/photo.upload")).isTrue();
        assertThat(patterns.match("/exact")).isTrue();
        assertThat(patterns.match("/orders")).isFalse();
        assertThat(PathPatterns.NONE.match("/orders")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events/*",
                "/events/*/stream",
                "/events*",
                "/events/**",
                "/events?all=1",
                "/events;v=1",
                "/with%20blank",
                "/with blank",
                "/",
                "/exact/",
                "//",
                "*",
                "*.",
                "upload",
                "http://localhost/events",
                "/events/*,",
                ",/events/*",
                "/a /b"
            })
    void whatIsNoPatternIsRefused(String list) {
        assertThatThrownBy(() -> PathPatterns.parse(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'/prefix/*'");
    }
}
