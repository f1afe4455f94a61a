package org.stillwater.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillwater.internal.config.SettingsReader;
import org.stillwater.internal.config.SettingsSource;

/** What the documentation says is what there is. */
class DocumentationTest {
    private static final Path SAMPLES = Path.of("src/test/java/org/stillwater/docs");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> pages =
                    docs.filter(page -> page.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(Path.of("README.md")), pages.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyJavaSampleIsCompiled(Path page) throws IOException {
        String compiled;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            compiled = files.map(DocumentationTest::read).collect(Collectors.joining("\n"));
        }
        String oneLine = compiled.replaceAll("\\s+", " ");
        for (String sample : find("(?s)```java\\n(.*?)```", read(page))) {
            for (String member : sample.split("\\n\\n(?=\\S)")) {
                assertThat(oneLine.contains(member.strip().replaceAll("\\s+", " ")))
                        .as("this sample of %s stands in a file of %s:%n%s", page, SAMPLES, member)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) {
        for (String target : find("\\]\\((?!https?:)([^)#]+)[^)]*\\)", read(page))) {
            assertThat(page.resolveSibling(target)).exists();
        }
    }

    @Test
    void everySettingIsDocumentedAndEveryDocumentedSettingExists() {
        Set<String> asked = new TreeSet<>();
        SettingsReader.read(new SettingsSource() {
            @Override
            public String value(String key) {
                asked.add(key);
                return null;
            }

            @Override
            public Set<String> keys() {
                return Set.of();
            }
        });
        Set<String> documented =
                new TreeSet<>(find("\\| `(stillwater\\.[a-z.-]+)` \\|", read(Path.of("docs/guide.md"))));
        assertThat(documented).isEqualTo(asked);
    }

    @Test
    void theDependencyIsTheOneThatIsBuilt() {
        String version = find("<artifactId>stillwater</artifactId>\\s*<version>([^<]+)<", read(Path.of("pom.xml")))
                .get(0);
        assertThat(read(Path.of("README.md")))
                .contains("<version>" + version + "</version>", "stillwater-" + version + "-cli.jar");
    }

    @Test
    void theConstraintThatOpensTheStatusResourceIsTheOneThatServersWereTestedWith() {
        String tested = read(Path.of("arquillian-tests/contract/src/main/resources/login/web.xml"));
        assertThat(find("(?s)```xml\\n(  <security-constraint>.*?)```", read(Path.of("docs/guide.md"))))
                .singleElement()
                .satisfies(sample -> assertThat(tested).contains(sample));
    }

    @Test
    void theReadmeCanBeReadInOneGo() {
        assertThat(read(Path.of("README.md")).lines().count()).isLessThanOrEqualTo(250);
    }

    private static List<String> find(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
