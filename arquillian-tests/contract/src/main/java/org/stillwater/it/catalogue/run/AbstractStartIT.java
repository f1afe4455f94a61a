package org.stillwater.it.catalogue.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stillwater.it.Http;
import org.stillwater.it.Operator;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.ways.Starts;
import org.stillwater.it.container.Ports;

/**
 * What applications write while they start, in normal mode and in a window. Subclasses have two deployments that are not
 * managed: {@value #WRITES} and {@value #MAKES_TABLES}.
 */
@ArquillianTest
@RunAsClient
@Tag("catalogue")
public abstract class AbstractStartIT {
    protected static final String WRITES = "writes";
    protected static final String MAKES_TABLES = "makes tables";

    private static final String MADE = "tables made";

    private final Site site;
    private final Operator operator = Operator.of(getClass());
    private final List<String> problems = new ArrayList<>();

    @ArquillianResource
    private Deployer deployer;

    protected AbstractStartIT(Site site) {
        this.site = site;
    }

    @AfterEach
    void leave() {
        operator.leave();
    }

    @Test
    void what_is_written_at_start_up_is_dealt_with_in_read_only_mode_as_committed() throws Exception {
        List<Finding> found = new ArrayList<>();
        try (Connection connection = site.connector().connect()) {
            Stock.drop(connection, site.product());
            assertThat(makeTables(connection)).as("tables in normal mode").isEqualTo(MADE);
            Stock.prepare(connection, site.product());
            start(connection)
                    .forEach(trial -> require(trial.changed() && trial.outcome().equals("done"), trial));
            operator.enterBeforeDeployment();
            Stock.restore(connection, site.product());
            start(connection).forEach(trial -> found.add(judge(trial)));
            Stock.drop(connection, site.product());
            String tables = makeTables(connection);
            boolean early = tables.equals(MADE) && site.combination().isEclipseLink();
            require(early || tables.startsWith("refused by "), tables);
            found.add(new Finding(
                    Section.START,
                    "tables made by the JPA provider",
                    Setting.SCHEMA_GENERATION,
                    early ? Reason.TABLES_BEFORE_CODE.outcome() : tables));
        }
        Enforcement.check(site.combination(), Section.START, found, found, problems);
    }

    private List<Trial> start(Connection connection) throws Exception {
        Stock.restore(connection, site.product());
        Contents before = Contents.of(connection, site.product());
        deployer.deploy(WRITES);
        try {
            Contents after = Contents.of(connection, site.product());
            List<Trial> trials = new ArrayList<>();
            for (Starts way : Starts.values()) {
                boolean changed = !before.of(way.table()).equals(after.of(way.table()));
                trials.add(new Trial(way, outcome(way), changed));
            }
            return trials;
        } finally {
            deployer.undeploy(WRITES);
        }
    }

    private String outcome(Starts way) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + Ports.get("http") + "/"
                + getClass().getSimpleName() + "/start?way=" + way.name());
        return Http.get(address).body().strip().lines().findFirst().orElse("");
    }

    private Finding judge(Trial trial) {
        Cell cell = new Cell(trial.way(), Setting.STARTUP_SINGLETON);
        if (trial.outcome().startsWith("refused by ") && !trial.changed()) {
            return cell.found(trial.outcome());
        }
        var reason = Verdicts.tolerated(cell, site.combination(), trial.changed());
        require(reason.isPresent() && trial.changed(), trial);
        return cell.found(reason.map(Reason::outcome).orElse("WRITTEN"));
    }

    /** What came of an application whose unit makes its tables. */
    private String makeTables(Connection connection) throws Exception {
        Contents before = Contents.of(connection, site.product());
        String problem = null;
        try {
            deployer.deploy(MAKES_TABLES);
            deployer.undeploy(MAKES_TABLES);
        } catch (Exception e) {
            problem = Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .map(Throwable::toString)
                    .reduce("", (one, other) -> one + "\n" + other);
        }
        boolean changed = !Contents.of(connection, site.product()).equals(before);
        if (changed) {
            return MADE;
        }
        return problem != null && problem.contains("STILL00605")
                ? "refused by the connection guard"
                : "no tables made: " + problem;
    }

    private void require(boolean condition, Object what) {
        if (!condition) {
            problems.add(what.toString());
        }
    }

    private record Trial(Starts way, String outcome, boolean changed) {}
}
