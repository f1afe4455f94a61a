package org.stillwater.cli;

import java.util.List;
import org.stillwater.spi.Report;

/** Names applications. */
final class Applications {
    private Applications() {}

    static String name(Report report) {
        return report.application() + (report.version() == null ? "" : " " + report.version()) + ", "
                + report.process();
    }

    static List<String> names(List<Report> reports) {
        return reports.stream().map(Applications::name).toList();
    }
}
