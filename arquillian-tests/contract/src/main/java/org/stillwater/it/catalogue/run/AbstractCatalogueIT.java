package org.stillwater.it.catalogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillwater.it.Operator;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.ways.Contexts;
import org.stillwater.it.catalogue.ways.Identifiers;
import org.stillwater.it.catalogue.ways.Jdbc;
import org.stillwater.it.catalogue.ways.JdbcEscapes;
import org.stillwater.it.catalogue.ways.Locks;
import org.stillwater.it.catalogue.ways.ManagedEntities;
import org.stillwater.it.catalogue.ways.Places;
import org.stillwater.it.catalogue.ways.Reads;
import org.stillwater.it.catalogue.ways.Statements;

/**
 * The catalogue on one database. Subclasses deploy {@link CatalogueArchive} and have a static method {@code themes} that
 * names the enums of ways. What is found is compared with what is committed; {@code -Dcatalogue.write=true} writes it.
 */
@ArquillianTest
@RunAsClient
@Tag("catalogue")
public abstract class AbstractCatalogueIT {
    private static final String AS_DATABASE = "as the database";

    private final Site site;
    private final Operator operator = Operator.of(getClass());

    @ArquillianResource
    private URL base;

    protected AbstractCatalogueIT(Site site) {
        this.site = site;
    }

    /** Those that exist on every server. */
    static Stream<Class<? extends Way>> commonThemes() {
        return Stream.of(
                Identifiers.class,
                ManagedEntities.class,
                Statements.class,
                Locks.class,
                Contexts.class,
                Jdbc.class,
                JdbcEscapes.class,
                Places.class);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void every_way_writes_in_normal_mode_and_is_dealt_with_in_read_only_mode_as_committed(Class<? extends Way> theme)
            throws Exception {
        Combination combination = site.combination();
        try (Connection connection = site.connector().connect()) {
            Trials trials = new Trials(combination, connection, new Client(base.toURI()), operator);
            List<Finding> found = trials.of(Cells.chosen(theme, combination));
            List<Finding> all = Cells.of(theme, combination).stream()
                    .map(cell -> cell.found(""))
                    .toList();
            Enforcement.check(combination, Way.section(theme), all, found, trials.problems());
        }
    }

    @Test
    void reads_go_on_in_read_only_mode_in_every_setting() throws Exception {
        Client client = new Client(base.toURI());
        try (Connection connection = site.connector().connect()) {
            Stock.prepare(connection, site.product());
            Stock.restore(connection, site.product());
            operator.enter();
            Contents before = Contents.of(connection, site.product());
            for (Cell cell : Cells.of(Reads.class, site.combination())) {
                if (cell.setting() != Setting.DECLARED) {
                    var answer = client.ask(cell);
                    assertThat(answer.outcome())
                            .as("%s, %s: %s", cell.way(), cell.setting(), answer.problem())
                            .isEqualTo("done");
                }
            }
            assertThat(Contents.of(connection, site.product())).isEqualTo(before);
        } finally {
            operator.leave();
        }
    }

    private static Finding cache(String what, String outcome) {
        return new Finding(Section.CACHE, what, Setting.REQUEST, outcome);
    }

    /** What it holds during a window is looked at after each attempt, see {@link Trials}. */
    @Test
    void the_second_level_cache_holds_after_the_lift_what_is_committed() throws Exception {
        Client client = new Client(base.toURI());
        try (Connection connection = site.connector().connect();
                Statement migration = connection.createStatement()) {
            Stock.prepare(connection, site.product());
            Stock.restore(connection, site.product());
            Cell cached = new Cell(ManagedEntities.CACHED, Setting.CONTAINER_MANAGED);
            String other = client.ask(cached).cache().isEmpty() ? AS_DATABASE : Reason.OTHER_UNIT.outcome();
            client.fillCache();
            operator.enter();
            migration.execute("update shelf set name = 'migrated'");
            operator.leave();
            String outcome = client.cacheDifference().isEmpty() ? AS_DATABASE : Reason.NOT_EVICTED.outcome();
            List<Finding> found = List.of(
                    cache("changed by the migration, read after the lift", outcome),
                    cache("changed through one unit, read through another, in normal mode", other));
            Enforcement.check(site.combination(), Section.CACHE, found, found, List.of());
        }
    }
}
