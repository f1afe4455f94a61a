package org.stillwater.cli;

import org.stillwater.spi.Report;

/** Names applications. */
final class Applications {
    private Applications() {}

    static String name(Report report) {
        return report.application() + (report.version() == null ? "" : " " + report.version()) + ", "
                + report.process();
    }
}
