package org.stillwater.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.internal.window.EnterResult;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.Report;

/**
 * What a store says at one moment.
 *
 * @param location where the store is
 * @param snapshot the mode and the windows, or null if they cannot be read
 * @param fault why they cannot be read, or null
 * @param reports the applications, alive or gone
 * @param now when this was read
 */
record StoreView(
        String location,
        @Nullable ModeSnapshot snapshot,
        @Nullable String fault,
        List<Report> reports,
        Instant now) {

    /** A report is confirmed once in a second; one that is older than this says that its process hangs. */
    private static final Duration STALE = Duration.ofSeconds(5);

    /** @throws ModeStoreException if not even the reports can be read */
    static StoreView read(ModeStore store, Clock clock) {
        List<Report> reports = store.reports();
        try {
            return new StoreView(store.location(), store.read(), null, reports, clock.instant());
        } catch (ModeStoreException e) {
            return new StoreView(store.location(), null, e.getMessage(), reports, clock.instant());
        }
    }

    static StoreView of(ModeStore store, EnterResult result, Clock clock) {
        List<Report> reports = Stream.of(
                        result.progress().waitingFor(),
                        result.progress().drained(),
                        result.progress().gone())
                .flatMap(List::stream)
                .toList();
        return new StoreView(store.location(), result.snapshot(), null, reports, clock.instant());
    }

    /** Whether read-only mode is in force and every application has confirmed it. */
    boolean isVerified() {
        return snapshot != null && snapshot.mode() == AccessMode.READ_ONLY && snapshot.verified();
    }

    Duration age(Report report) {
        Duration age = Duration.between(report.updated(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    boolean isStale(Report report) {
        return report.alive() && age(report).compareTo(STALE) > 0;
    }
}
