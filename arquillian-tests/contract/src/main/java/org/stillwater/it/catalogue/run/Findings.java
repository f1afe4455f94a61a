package org.stillwater.it.catalogue.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.stillwater.it.catalogue.Section;

/** The findings of one combination, as they are kept in {@code docs/enforcement}: one line for each cell. */
record Findings(List<Finding> all) {
    static Findings read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new Findings(List.of());
        }
        try (Stream<String> lines = Files.lines(file)) {
            return new Findings(lines.map(Finding::parse).toList());
        }
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, all.stream().map(Finding::format).toList());
    }

    List<Finding> of(Section section) {
        return all.stream().filter(finding -> finding.section() == section).toList();
    }

    /** These, with a section replaced. */
    Findings with(Section section, List<Finding> found) {
        List<Finding> changed = new ArrayList<>(all);
        changed.removeIf(finding -> finding.section() == section);
        changed.addAll(found);
        changed.sort(Comparator.comparing(Finding::section));
        return new Findings(changed);
    }
}
