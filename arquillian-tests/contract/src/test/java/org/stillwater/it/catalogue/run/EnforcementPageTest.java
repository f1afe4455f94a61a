package org.stillwater.it.catalogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;

class EnforcementPageTest {
    @Test
    void theCommittedPageIsTheOneThatTheCommittedFindingsMake() throws IOException {
        if (Enforcement.WRITE) {
            Enforcement.writePage();
        }
        assertThat(Enforcement.render()).isEqualTo(Files.readString(Enforcement.page()));
    }

    @Test
    void everyCommittedFindingIsAnOutcomeThatMayBe() throws IOException {
        String reasons = Arrays.stream(Reason.values())
                .map(reason -> Pattern.quote(reason.outcome()))
                .collect(Collectors.joining("|"));
        for (Combination combination : Combination.values()) {
            assertThat(Findings.read(Enforcement.file(combination)).all())
                    .allSatisfy(finding -> assertThat(finding.outcome())
                            .matches("refused by (the method|Hibernate|EclipseLink|the connection guard|the database)"
                                    + "|as the database|" + reasons));
        }
    }

    @Test
    void namesTheSettingsThatDifferFromTheRest() {
        assertThat(row(
                        finding(Setting.CONTAINER_MANAGED, "refused by Hibernate"),
                        finding(Setting.RESOURCE_LOCAL, "refused by the database"),
                        finding(Setting.BEAN_MANAGED, "refused by Hibernate")))
                .isEqualTo("| a way | Hibernate; *resource-local unit*: database |");
    }

    @Test
    void leavesOutOnlyThoseDeclaredWritesThatTheMethodRefuses() {
        assertThat(row(
                        finding(Setting.CONTAINER_MANAGED, "refused by Hibernate"),
                        finding(Setting.DECLARED, "refused by the method")))
                .isEqualTo("| a way | Hibernate |");
        assertThat(row(
                        finding(Setting.CONTAINER_MANAGED, "refused by Hibernate"),
                        finding(Setting.DECLARED, "refused by the database")))
                .isEqualTo("| a way | Hibernate; *method with `@Writes`*: database |");
    }

    @Test
    void numbersItsReasonsAndExplainsThem() {
        String page = page(finding(Setting.NO_TRANSACTION, Reason.PLAIN_JDBC.outcome()));
        assertThat(page)
                .contains("| a way | **cannot be refused here** 1 |")
                .contains("1. **cannot be refused here**: " + Reason.PLAIN_JDBC.text() + " "
                        + Reason.PLAIN_JDBC.advice());
    }

    @Test
    void saysWhichCombinationsWereNotRun() {
        assertThat(page(finding(Setting.TIMER, "refused by Hibernate")))
                .contains("Not run yet: ")
                .contains(Combination.PAYARA_H2.title())
                .doesNotContain("Not run yet: " + Combination.WILDFLY_POSTGRESQL.title());
    }

    @Test
    void saysOfEachSectionWhereItWasNotRun() {
        Findings none = new Findings(List.of());
        Findings one =
                new Findings(List.of(new Finding(Section.HIBERNATE, "a way", Setting.TIMER, "refused by Hibernate")));
        assertThat(new EnforcementPage(Map.of(
                                Combination.WILDFLY_POSTGRESQL, one,
                                Combination.WILDFLY_H2, none,
                                Combination.PAYARA_H2, none))
                        .render())
                .contains("Not run: " + Combination.WILDFLY_H2.title() + ".\n");
    }

    private static String row(Finding... findings) {
        return page(findings)
                .lines()
                .filter(line -> line.startsWith("| a way"))
                .findAny()
                .orElseThrow();
    }

    private static String page(Finding... findings) {
        return new EnforcementPage(Map.of(Combination.WILDFLY_POSTGRESQL, new Findings(List.of(findings)))).render();
    }

    private static Finding finding(Setting setting, String outcome) {
        return new Finding(Section.LOCKS, "a way", setting, outcome);
    }
}
