package org.stillwater.it.catalogue.run;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stillwater.it.catalogue.Product;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Way;

/** Which cells there are, and which of them a build tries. */
final class Cells {
    private static final boolean FULL = Boolean.getBoolean("catalogue.full");
    private static final Set<Setting> WITH_POSTGRESQL = Set.of(
            Setting.CONTAINER_MANAGED, Setting.DECLARED, Setting.PROVIDER_CONNECTION, Setting.GUARDED_DATA_SOURCE);

    private Cells() {}

    /** All of a theme that exist on a database, in their order. */
    static List<Cell> of(Class<? extends Way> theme, Combination combination) {
        return ways(theme, combination)
                .flatMap(way -> settings(way).stream().map(setting -> new Cell(way, setting)))
                .toList();
    }

    /**
     * Those that this build tries: all of them if it is told to ({@code -Dcatalogue.full=true}). Otherwise of each way one
     * setting, another one for each way and combination; with PostgreSQL also those with a container transaction, declared
     * and not, with the provider's connection and a guarded data source, and every place.
     */
    static List<Cell> chosen(Class<? extends Way> theme, Combination combination) {
        return of(theme, combination).stream()
                .filter(cell -> FULL || isChosen(cell, combination))
                .toList();
    }

    private static boolean isChosen(Cell cell, Combination combination) {
        List<Setting> settings = settings(cell.way());
        int turn = Math.floorMod(cell.way().ordinal() + combination.ordinal(), settings.size());
        return cell.setting() == settings.get(turn)
                || (combination.product() == Product.POSTGRESQL
                        && (WITH_POSTGRESQL.contains(cell.setting()) || cell.section() == Section.PLACES));
    }

    private static Stream<Way> ways(Class<? extends Way> theme, Combination combination) {
        return Arrays.stream(theme.getEnumConstants())
                .map(Way.class::cast)
                .filter(way -> way.where().products().contains(combination.product()));
    }

    private static List<Setting> settings(Way way) {
        return Stream.of(Setting.values())
                .filter(way.where().settings()::contains)
                .toList();
    }

    /** What the page says of all, so that it need not say it of each. */
    static boolean isOfCourse(Finding finding) {
        return finding.setting() == Setting.DECLARED && finding.outcome().equals("refused by the method");
    }
}
