package org.stillwater.it.catalogue.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;

/** Renders the table. */
final class EnforcementPage {
    private static final String HEAD = """
            # What refuses a write

            Each row is a way to write, each column a combination of server, JPA provider and database. A cell says which layer refused \
            it in read-only mode: the **method** (`@Writes`), the **Hibernate** or **EclipseLink** guard, the **connection guard**, \
            or the **database**. Each was tried in normal mode first, where it wrote, and each time the whole content of the database \
            was compared, over a second connection. Nothing else counts as refused.

            No method of the tried applications says that it writes, except where the table says so: within a method with `@Writes` \
            every way is refused by the method. Where settings differ, the cell names those that differ from the rest. `–`: does not \
            exist there. Numbers lead to the [reasons](#reasons).

            This page is made by the tests, from the files in `docs/enforcement`; do not edit it. Every build tries \
            a part of the cells, at least one of each row and column, and fails if one has changed. \
            `./mvnw -f arquillian-tests -Pcatalogue verify` tries all of them, and with `-Dcatalogue.write=true` it \
            writes what it has found.
            """;

    private static final String NOT_TRIED =
            "Not in the table: Hibernate in an application on Payara, where `HibernateInApplicationIT` tries 15 ways, all of"
                    + " which are refused.";

    private final Map<Combination, Findings> findings;
    private final Set<Reason> reasons = new LinkedHashSet<>();

    EnforcementPage(Map<Combination, Findings> findings) {
        this.findings = findings;
    }

    String render() {
        StringBuilder page = new StringBuilder(HEAD);
        Arrays.stream(Combination.values())
                .filter(combination -> !findings.containsKey(combination))
                .map(Combination::title)
                .reduce((one, other) -> one + "; " + other)
                .ifPresent(missing ->
                        page.append("\nNot run yet: ").append(missing).append(".\n"));
        page.append("\n").append(NOT_TRIED).append("\n");
        for (Section section : Section.values()) {
            for (Part part : Part.of(section)) {
                renderPart(page, part);
            }
            renderMissing(page, section);
        }
        renderReasons(page);
        return page.toString();
    }

    /** A section, or those of its findings that have a table of their own. */
    private record Part(String title, Section section, Predicate<Setting> settings) {
        static List<Part> of(Section section) {
            if (section != Section.JDBC && section != Section.JDBC_ESCAPES) {
                return List.of(new Part(section.title(), section, setting -> true));
            }
            Set<Setting> guarded = Set.of(Setting.GUARDED_DATA_SOURCE, Setting.GUARDED_WITHOUT_TRANSACTION);
            Set<Setting> own = Set.of(Setting.PROVIDER_CONNECTION);
            return List.of(
                    new Part(section.title() + ", through a guarded data source", section, guarded::contains),
                    new Part(section.title() + ", on connections of the JPA provider", section, own::contains),
                    new Part(
                            section.title() + ", through the container's data source as it is",
                            section,
                            setting -> !guarded.contains(setting) && !own.contains(setting)));
        }
    }

    private List<Finding> findings(Part part, Combination column) {
        return findings.get(column).of(part.section()).stream()
                .filter(finding -> part.settings().test(finding.setting()))
                .toList();
    }

    private void renderPart(StringBuilder page, Part part) {
        Set<String> rows = new LinkedHashSet<>();
        Set<Combination> columns = new LinkedHashSet<>();
        for (Combination column : findings.keySet()) {
            for (Finding finding : findings(part, column)) {
                rows.add(row(finding));
                columns.add(column);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        page.append("\n## ").append(part.title()).append("\n\n|");
        columns.forEach(column -> page.append(" | ").append(column.title()));
        page.append(" |\n|---").append("|---".repeat(columns.size())).append("|\n");
        for (String row : rows) {
            page.append("| ").append(row);
            columns.forEach(column -> page.append(" | ").append(cell(part, row, column)));
            page.append(" |\n");
        }
    }

    /** Where a section would have a column, and has none. */
    private void renderMissing(StringBuilder page, Section section) {
        findings.keySet().stream()
                .filter(column ->
                        column.has(section) && findings.get(column).of(section).isEmpty())
                .map(Combination::title)
                .reduce((one, other) -> one + "; " + other)
                .filter(missing -> page.indexOf("\n## " + section.title()) >= 0)
                .ifPresent(missing -> page.append("\nNot run: ").append(missing).append(".\n"));
    }

    private static String row(Finding finding) {
        return finding.section().isBySetting() ? finding.setting().title() + ": " + finding.way() : finding.way();
    }

    /** The outcomes, the most frequent one first and without the settings that it holds for. */
    private String cell(Part part, String row, Combination column) {
        Map<String, List<Finding>> byOutcome = findings(part, column).stream()
                .filter(finding -> row(finding).equals(row))
                .filter(finding -> !Cells.isOfCourse(finding))
                .collect(Collectors.groupingBy(Finding::outcome, LinkedHashMap::new, Collectors.toList()));
        if (byOutcome.isEmpty()) {
            return "–";
        }
        String most = byOutcome.entrySet().stream()
                .reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one)
                .orElseThrow()
                .getKey();
        return byOutcome.entrySet().stream()
                .sorted((one, other) -> Boolean.compare(
                        other.getKey().equals(most), one.getKey().equals(most)))
                .map(entry -> (entry.getKey().equals(most) ? "" : settings(entry.getValue()) + ": ")
                        + outcome(entry.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static String settings(List<Finding> found) {
        return found.stream()
                .map(finding -> "*" + finding.setting().title() + "*")
                .collect(Collectors.joining(", "));
    }

    private String outcome(String outcome) {
        for (Reason reason : Reason.values()) {
            if (reason.outcome().equals(outcome)) {
                reasons.add(reason);
                String text = reason.kind() == Reason.Kind.CANNOT_BE_REFUSED
                        ? "**" + reason.kind().text() + "**"
                        : reason.kind().text();
                return text + " " + number(reason);
            }
        }
        return outcome.replaceFirst("^refused by (the )?", "");
    }

    private int number(Reason wanted) {
        return List.copyOf(reasons).indexOf(wanted) + 1;
    }

    private void renderReasons(StringBuilder page) {
        page.append("\n## Reasons\n\n");
        Function<Reason, String> line = reason -> String.format(
                Locale.ROOT,
                "%d. **%s**: %s %s%n",
                number(reason),
                reason.kind().text(),
                reason.text(),
                reason.advice());
        reasons.stream().map(line).forEach(page::append);
    }
}
