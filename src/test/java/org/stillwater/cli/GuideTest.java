package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuideTest {
    @Test
    void everyWayOutIsTested() throws IOException {
        String tests;
        try (Stream<Path> files = Files.list(Path.of("src/test/java/org/stillwater/cli"))) {
            tests = files.map(GuideTest::read).collect(Collectors.joining());
        }
        assertThat(Guide.rows())
                .hasSizeGreaterThan(15)
                .allSatisfy(row -> assertThat(tests).contains("Guide.wayOut(\"" + row.happened() + "\")"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
