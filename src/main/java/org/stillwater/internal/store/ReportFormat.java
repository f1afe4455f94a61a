package org.stillwater.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillwater.AccessMode;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;
import org.stillwater.spi.UndeclaredWrite;

/** How a {@link Report} is written down. Whether it is alive, and when it was confirmed, the file system knows. */
final class ReportFormat {
    private ReportFormat() {}

    static String encode(Report report) {
        Map<String, String> values = new TreeMap<>();
        values.put("instance", report.instance());
        values.put("application", report.application());
        if (report.version() != null) {
            values.put("version", report.version());
        }
        values.put("process", report.process());
        values.put("started", report.started().toString());
        values.put("epoch", Long.toString(report.epoch()));
        values.put("mode", report.mode().name());
        values.put("drained", Boolean.toString(report.drained()));
        values.put("in-flight", Long.toString(report.inFlight()));
        if (report.fault() != null) {
            values.put("fault", report.fault());
        }
        for (int i = 0; i < report.guards().size(); i++) {
            values.put("guard." + (i + 1), report.guards().get(i));
        }
        for (int i = 0; i < report.replicas().size(); i++) {
            encode(report.replicas().get(i), "replica." + (i + 1) + ".", values);
        }
        for (int i = 0; i < report.objections().size(); i++) {
            values.put("objection." + (i + 1), report.objections().get(i));
        }
        for (int i = 0; i < report.drains().size(); i++) {
            encode(report.drains().get(i), "drain." + (i + 1) + ".", values);
        }
        for (int i = 0; i < report.stragglers().size(); i++) {
            encode(report.stragglers().get(i), "straggler." + (i + 1) + ".", values);
        }
        for (int i = 0; i < report.undeclared().size(); i++) {
            encode(report.undeclared().get(i), "undeclared." + (i + 1) + ".", values);
        }
        return SealedProperties.encode("Stillwater report of a running application", values);
    }

    private static void encode(DrainVerdict drain, String prefix, Map<String, String> values) {
        values.put(prefix + "unit", drain.unit());
        values.put(prefix + "state", drain.state().name());
        values.put(prefix + "detail", drain.detail());
    }

    private static void encode(ReplicaReport replica, String prefix, Map<String, String> values) {
        values.put(prefix + "unit", replica.unit());
        values.put(prefix + "name", replica.replica());
        values.put(prefix + "state", replica.state().name());
        values.put(prefix + "detail", replica.detail());
    }

    private static void encode(Report.Straggler straggler, String prefix, Map<String, String> values) {
        values.put(prefix + "what", straggler.what());
        values.put(prefix + "where", straggler.where());
        values.put(prefix + "age-ms", Long.toString(straggler.age().toMillis()));
    }

    private static void encode(UndeclaredWrite write, String prefix, Map<String, String> values) {
        values.put(prefix + "what", write.what());
        values.put(prefix + "count", Long.toString(write.count()));
        if (write.request() != null) {
            values.put(prefix + "request", write.request());
        }
        values.put(prefix + "where", write.where());
    }

    static Report decode(Map<String, String> values) {
        Fields fields = new Fields(values);
        List<String> guards = decodeTexts(fields, "guard.");
        List<String> objections = decodeTexts(fields, "objection.");
        List<ReplicaReport> replicas = new ArrayList<>();
        for (int i = 1; fields.has("replica." + i + ".unit"); i++) {
            replicas.add(decodeReplica(fields, "replica." + i + "."));
        }
        List<DrainVerdict> drains = new ArrayList<>();
        for (int i = 1; fields.has("drain." + i + ".unit"); i++) {
            drains.add(decodeDrain(fields, "drain." + i + "."));
        }
        List<Report.Straggler> stragglers = new ArrayList<>();
        for (int i = 1; fields.has("straggler." + i + ".what"); i++) {
            stragglers.add(decodeStraggler(fields, "straggler." + i + "."));
        }
        List<UndeclaredWrite> undeclared = new ArrayList<>();
        for (int i = 1; fields.has("undeclared." + i + ".what"); i++) {
            undeclared.add(decodeUndeclared(fields, "undeclared." + i + "."));
        }
        return new Report(
                fields.text("instance"),
                fields.text("application"),
                fields.optional("version"),
                fields.text("process"),
                fields.instant("started"),
                Instant.EPOCH,
                false,
                fields.number("epoch"),
                AccessMode.valueOf(fields.text("mode")),
                Boolean.parseBoolean(fields.text("drained")),
                fields.number("in-flight"),
                drains,
                objections,
                stragglers,
                guards,
                replicas,
                undeclared,
                fields.optional("fault"));
    }

    private static UndeclaredWrite decodeUndeclared(Fields fields, String prefix) {
        return new UndeclaredWrite(
                fields.text(prefix + "what"),
                fields.number(prefix + "count"),
                fields.optional(prefix + "request"),
                fields.text(prefix + "where"));
    }

    private static ReplicaReport decodeReplica(Fields fields, String prefix) {
        return new ReplicaReport(
                fields.text(prefix + "unit"),
                fields.text(prefix + "name"),
                ReplicaReport.State.valueOf(fields.text(prefix + "state")),
                fields.text(prefix + "detail"));
    }

    private static DrainVerdict decodeDrain(Fields fields, String prefix) {
        return new DrainVerdict(
                fields.text(prefix + "unit"),
                DrainVerdict.State.valueOf(fields.text(prefix + "state")),
                fields.text(prefix + "detail"));
    }

    private static List<String> decodeTexts(Fields fields, String prefix) {
        List<String> texts = new ArrayList<>();
        for (int i = 1; fields.has(prefix + i); i++) {
            texts.add(fields.text(prefix + i));
        }
        return texts;
    }

    private static Report.Straggler decodeStraggler(Fields fields, String prefix) {
        return new Report.Straggler(
                fields.text(prefix + "what"),
                fields.text(prefix + "where"),
                Duration.ofMillis(fields.number(prefix + "age-ms")));
    }

    /** Stands for a report that is there but cannot be read: if its process lives, it must be waited for. */
    static Report unreadable(String instance, String fault) {
        return new Report(
                instance,
                instance,
                null,
                "unknown process",
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                -1,
                AccessMode.READ_WRITE,
                false,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                fault);
    }
}
