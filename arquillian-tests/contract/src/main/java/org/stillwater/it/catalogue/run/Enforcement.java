package org.stillwater.it.catalogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillwater.it.catalogue.Section;

/** {@code docs/enforcement.md}, and the files of findings that it is made from. */
final class Enforcement {
    /** Whether what is found is written, instead of compared. */
    static final boolean WRITE = Boolean.getBoolean("catalogue.write");

    private static final Path DOCS = Path.of("../../docs");

    private Enforcement() {}

    /**
     * Compares with what is committed, or writes it; what nothing explains is a failure either way.
     *
     * @param all every cell of the section, whatever its outcome
     * @param found those that were tried
     * @param problems what nothing explains
     */
    static void check(
            Combination combination, Section section, List<Finding> all, List<Finding> found, List<String> problems)
            throws IOException {
        Path file = file(combination);
        Findings committed = Findings.read(file);
        List<Finding> now = all.stream()
                .flatMap(cell -> find(cell, found).or(() -> find(cell, committed.all())).stream())
                .toList();
        report(combination, section, all, found);
        if (WRITE) {
            committed.with(section, now).write(file);
            writePage();
        }
        assertThat(problems).as("what nothing explains").isEmpty();
        assertThat(now).as("cells of which something is known").hasSameSizeAs(all);
        assertThat(Findings.read(file).of(section))
                .as("docs/enforcement/%s; -Dcatalogue.write=true writes it", combination.file())
                .isEqualTo(now);
    }

    private static Optional<Finding> find(Finding cell, List<Finding> known) {
        return known.stream().filter(cell::isSameCellAs).findFirst();
    }

    /** Says which cells this build has not tried. */
    private static void report(Combination combination, Section section, List<Finding> all, List<Finding> found)
            throws IOException {
        Path report = Path.of(System.getProperty("it.directory"), "catalogue", combination.name(), section + ".txt");
        Files.createDirectories(report.getParent());
        Files.write(
                report,
                Stream.concat(
                                Stream.of(
                                        found.size() + " of " + all.size() + " cells tried. Not tried in this build:"),
                                all.stream()
                                        .filter(cell -> find(cell, found).isEmpty())
                                        .map(cell -> cell.way() + " | "
                                                + cell.setting().title()))
                        .toList());
    }

    static Path page() {
        return DOCS.resolve("enforcement.md");
    }

    static Path file(Combination combination) {
        return DOCS.resolve("enforcement").resolve(combination.file());
    }

    static String render() throws IOException {
        Map<Combination, Findings> findings = new EnumMap<>(Combination.class);
        for (Combination combination : Combination.values()) {
            if (Files.exists(file(combination))) {
                findings.put(combination, Findings.read(file(combination)));
            }
        }
        return new EnforcementPage(findings).render();
    }

    static void writePage() throws IOException {
        Files.writeString(page(), render());
    }
}
