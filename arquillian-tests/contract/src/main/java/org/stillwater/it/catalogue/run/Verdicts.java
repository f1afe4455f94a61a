package org.stillwater.it.catalogue.run;

import java.util.Optional;
import java.util.Set;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.ways.Identifiers;
import org.stillwater.it.catalogue.ways.Jdbc;
import org.stillwater.it.catalogue.ways.Places;
import org.stillwater.it.catalogue.ways.Starts;

/** What may get through, and what is not run. Whatever is not named here has to be refused. */
final class Verdicts {
    private static final Set<Section> JDBC = Set.of(Section.JDBC, Section.JDBC_ESCAPES);

    private static final Set<Setting> GUARDED =
            Set.of(Setting.GUARDED_DATA_SOURCE, Setting.GUARDED_WITHOUT_TRANSACTION, Setting.PROVIDER_CONNECTION);

    /** By name: they are not here, but with the tests of their server. */
    private static final Set<String> OWN_CONNECTIONS = Set.of("OWN_CONNECTION_QUERY", "OWN_CONNECTION_STATELESS");

    private Verdicts() {}

    /** Why a cell is not run. */
    static Optional<Reason> notRun(Cell cell, Combination combination) {
        if (cell.setting() == Setting.MESSAGE) {
            return Optional.of(Reason.NO_JMS);
        }
        return cell.way() == Identifiers.IDENTITY && combination == Combination.PAYARA_H2
                ? Optional.of(Reason.NO_IDENTITY)
                : Optional.empty();
    }

    /** Why something may get through or be refused, depending on which is faster. */
    static Optional<Reason> race(Cell cell, Combination combination) {
        return combination.isEclipseLink() && cell.way().name().equals("BATCH_WRITING")
                ? Optional.of(Reason.OWN_FACTORY)
                : Optional.empty();
    }

    /** Why something that was not refused may get through. */
    static Optional<Reason> tolerated(Cell cell, Combination combination, boolean changed) {
        if (cell.setting() == Setting.DECLARED || cell.way() == Places.DECLARED || cell.way() == Starts.DECLARED) {
            return Optional.empty();
        }
        if (cell.way() == Jdbc.TEMPORARY && isPlainJdbc(cell)) {
            return Optional.of(Reason.OWN_TABLE);
        }
        if (!changed) {
            return Optional.empty();
        }
        if (isPlainJdbc(cell)) {
            return Optional.of(Reason.PLAIN_JDBC);
        }
        if (cell.section() == Section.HIBERNATE
                && OWN_CONNECTIONS.contains(cell.way().name())) {
            return Optional.of(Reason.OWN_CONNECTION);
        }
        if (cell.section() == Section.HIBERNATE && cell.way().name().equals("MULTI_TENANT")) {
            return Optional.of(Reason.MULTI_TENANT);
        }
        return race(cell, combination);
    }

    private static boolean isPlainJdbc(Cell cell) {
        return cell.way() == Places.JDBC
                || cell.way() == Starts.JDBC
                || (JDBC.contains(cell.section()) && !GUARDED.contains(cell.setting()));
    }
}
