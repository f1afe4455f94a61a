package org.stillwater.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.DrainVerdict.State;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;
import org.stillwater.spi.UndeclaredWrite;

class ReportFormatTest {
    private static final Report REPORT = new Report(
            "shop-1",
            "shop",
            "4.2",
            "wildfly@db1 (process 1)",
            Instant.parse("2026-11-22T10:00:00Z"),
            Instant.EPOCH,
            false,
            7,
            AccessMode.DRAINING,
            true,
            0,
            List.of(
                    new DrainVerdict("persistence unit 'archive'", State.COUNTED, "H2 cannot be asked"),
                    new DrainVerdict("persistence unit 'shop'", State.VERIFIED, "PostgreSQL")),
            List.of("the payment run is not finished", "another reason"),
            List.of(new Report.Straggler("a write", "somewhere", Duration.ofMillis(1500))),
            List.of("a guard"),
            List.of(
                    new ReplicaReport("persistence unit 'archive'", "", ReplicaReport.State.NONE, ""),
                    new ReplicaReport(
                            "persistence unit 'shop'", "java:/replica", ReplicaReport.State.READY, "at 0/16")),
            List.of(
                    new UndeclaredWrite("update of Part (name)", 3, "PUT /parts/1", "Parts.rename(Parts.java:12)"),
                    new UndeclaredWrite("delete from part", 1, null, "")),
            null);

    @Test
    void whatIsWrittenIsRead() {
        assertThat(ReportFormat.decode(SealedProperties.decode(ReportFormat.encode(REPORT))))
                .isEqualTo(REPORT);
    }

    @Test
    void isReadableByHand() {
        assertThat(ReportFormat.encode(REPORT))
                .contains("drain.2.unit=persistence unit 'shop'\n", "drain.2.state=VERIFIED\n");
    }

    @Test
    void aReportOfAnEarlierVersionHasNothingVerified() {
        Map<String, String> values = SealedProperties.decode(ReportFormat.encode(REPORT));
        values.keySet().removeIf(key -> key.startsWith("drain."));
        Report earlier = ReportFormat.decode(values);
        assertThat(earlier.drained()).isTrue();
        assertThat(earlier.isDrainVerified()).isFalse();
    }
}
