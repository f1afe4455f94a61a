package org.stillwater.protocol;

/**
 * An application.
 *
 * @param at what it does next
 * @param seen the epoch that it has just read, or -1
 * @param seenRefuses whether the mode that it has just read refuses writes
 * @param applied the epoch that it goes by, or -1
 * @param open whether its gate is open
 * @param writer how far its write is
 * @param report what it has published
 * @param composed what it is about to publish
 */
record App(
        At at,
        int seen,
        boolean seenRefuses,
        int applied,
        boolean open,
        Writer writer,
        Report report,
        Report composed) {
    enum At {
        DOWN,
        PUBLISH_FIRST,
        READ,
        ABORT,
        READ_AGAIN,
        APPLY,
        COMPOSE,
        PUBLISH,
        CLOSE_LATE,
        STOPPING
    }

    enum Writer {
        NONE,
        CHECKED,
        REGISTERED,
        ADMITTED
    }

    enum Presence {
        ABSENT,
        ALIVE,
        GONE
    }

    /** A report, as {@code ModeStore.reports} would list it. */
    record Report(Presence presence, int epoch, boolean drained) {
        static final Report ABSENT = new Report(Presence.ABSENT, -1, false);
        static final Report FIRST = new Report(Presence.ALIVE, -1, false);
    }

    static App down(Report report) {
        return new App(At.DOWN, -1, false, -1, false, Writer.NONE, report, Report.ABSENT);
    }

    boolean isInFlight() {
        return writer == Writer.REGISTERED || writer == Writer.ADMITTED;
    }

    App at(At next) {
        return new App(next, seen, seenRefuses, applied, open, writer, report, composed);
    }

    App writer(Writer next) {
        return new App(at, seen, seenRefuses, applied, open, next, report, composed);
    }

    App read(At next, int epoch, boolean refuses) {
        return new App(next, epoch, refuses, applied, open, writer, report, composed);
    }

    App gate(At next, int epoch, boolean isOpen) {
        return new App(next, -1, seenRefuses, epoch, isOpen, writer, report, composed);
    }

    App compose(At next, Report draft) {
        return new App(next, -1, seenRefuses, applied, open, writer, report, draft);
    }

    App publish(At next, Report published) {
        return new App(next, seen, seenRefuses, applied, open, writer, published, Report.ABSENT);
    }

    App simplified(int current) {
        return new App(
                at,
                World.simplified(seen, current),
                seenRefuses && seen >= 0,
                open ? -1 : World.simplified(applied, current),
                open,
                writer,
                simplified(report, current),
                simplified(composed, current));
    }

    private static Report simplified(Report report, int current) {
        int epoch = report.drained ? World.simplified(report.epoch, current) : -1;
        return epoch == report.epoch ? report : new Report(report.presence, epoch, report.drained);
    }
}
