package org.stillwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The ways out that the guide for operators promises. Each row of its table is claimed by a test. */
final class Guide {
    private Guide() {}

    /** The row of what has happened: what one sees, and what to do. */
    static Row wayOut(String happened) throws IOException {
        return rows().stream()
                .filter(row -> row.happened.equals(happened))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/operations.md has no row '" + happened + "'"));
    }

    static List<Row> rows() throws IOException {
        String section = Files.readString(Path.of("docs/operations.md")).split("\n## Ways out[^\n]*\n")[1];
        return section.split("\n## ")[0]
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| what "))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }

    record Row(String happened, String seen, String remedy) {
        /** Asserts that the guide names what the test has seen, and the command by which it ended it. */
        void says(String sight, String command) {
            if (!seen.contains(sight) || !remedy.contains(command)) {
                throw new AssertionError("'" + sight + "' and '" + command + "' do not both stand in " + this);
            }
        }
    }
}
