package org.stillwater.cli;

import java.util.stream.Collectors;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.Report;

/** Says how much is known about the drain of an application. */
final class Drains {
    private Drains() {}

    static String summary(Report report) {
        return report.isDrainVerified()
                ? "verified by "
                        + report.drains().stream()
                                .map(DrainVerdict::detail)
                                .distinct()
                                .collect(Collectors.joining(" and "))
                : "counted writes only";
    }

    /** What is open in databases only, where nothing that was counted is in flight. */
    static String waiting(Report report) {
        return report.drains().stream()
                .filter(drain -> drain.state() == DrainVerdict.State.WAITING)
                .map(drain -> " (" + drain.detail() + ")")
                .collect(Collectors.joining());
    }
}
