package org.stillwater.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who looks up an id finds one message. */
class MessageIdsTest {
    private static final Pattern ID = Pattern.compile("\"(STILL\\d{5})\"");

    @Test
    void eachIdBelongsToOneMessage() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> ids = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> ID.matcher(read(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .toList();
            assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
