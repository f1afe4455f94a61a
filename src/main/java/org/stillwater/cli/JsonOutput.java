package org.stillwater.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.Report;
import org.stillwater.spi.UndeclaredWrite;

/**
 * The JSON form of what the commands show. Every field is always there, null where there is nothing to say. Field names
 * are documented in {@code docs/operations.md}; scripts depend on them.
 */
final class JsonOutput {
    private JsonOutput() {}

    static void print(PrintWriter out, JsonObjectBuilder object) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(object.build());
        }
        out.println(text.toString().strip());
        out.flush();
    }

    static JsonObjectBuilder error(int exitCode, String message) {
        return Json.createObjectBuilder().add("exitCode", exitCode).add("error", message);
    }

    static JsonObjectBuilder status(StoreView view) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        ModeSnapshot snapshot = view.snapshot();
        object.add("store", view.location());
        add(object, "error", view.fault());
        add(object, "mode", snapshot == null ? null : snapshot.mode());
        add(object, "epoch", snapshot == null ? null : snapshot.epoch());
        boolean told = snapshot != null && snapshot.mode() == AccessMode.READ_ONLY;
        add(object, "verified", told ? Boolean.valueOf(view.isVerified()) : null);
        add(
                object,
                "replicas",
                snapshot == null ? null : snapshot.replicas().name().toLowerCase(Locale.ROOT));
        add(object, "drainDeadline", snapshot == null ? null : snapshot.deadline());
        add(
                object,
                "expectedEnd",
                snapshot == null ? null : snapshot.expectedEnd().orElse(null));
        List<Window> windows = snapshot == null ? List.of() : snapshot.windows();
        object.add("windows", array(windows, window -> window(window, view)));
        Window announced = snapshot == null ? null : snapshot.announced();
        if (announced == null) {
            object.addNull("announced");
        } else {
            JsonObjectBuilder coming = Json.createObjectBuilder();
            add(coming, "start", announced.since());
            add(coming, "expectedEnd", announced.end());
            object.add("announced", coming);
        }
        object.add("applications", array(view.reports(), report -> application(report, view)));
        return object;
    }

    static JsonObjectBuilder window(Window window, StoreView view) {
        JsonObjectBuilder object = Json.createObjectBuilder().add("name", window.name());
        add(object, "reason", window.reason());
        object.add(
                "owner",
                Json.createObjectBuilder()
                        .add("user", window.owner().user())
                        .add("host", window.owner().host())
                        .add("pid", window.owner().pid()));
        add(object, "since", window.since());
        add(object, "expectedEnd", window.end());
        return object.add("overrun", window.end() != null && window.end().isBefore(view.now()));
    }

    private static JsonObjectBuilder application(Report report, StoreView view) {
        JsonObjectBuilder object =
                Json.createObjectBuilder().add("instance", report.instance()).add("application", report.application());
        add(object, "version", report.version());
        object.add("process", report.process()).add("alive", report.alive());
        add(object, "started", report.started());
        add(object, "reported", report.updated());
        object.add("reportAgeMillis", view.age(report).toMillis())
                .add("mode", report.mode().name())
                .add("epoch", report.epoch())
                .add("drained", report.drained());
        add(object, "drainVerified", report.drained() ? Boolean.valueOf(report.isDrainVerified()) : null);
        object.add("drains", array(report.drains(), JsonOutput::drain))
                .add("writesInFlight", report.inFlight())
                .add("stragglers", array(report.stragglers(), JsonOutput::straggler))
                .add("guards", Json.createArrayBuilder(report.guards()))
                .add("replicas", array(report.replicas(), JsonOutput::replica))
                .add("undeclaredWrites", array(report.undeclared(), JsonOutput::undeclared));
        add(object, "fault", report.fault());
        return object;
    }

    private static JsonObjectBuilder drain(DrainVerdict drain) {
        return Json.createObjectBuilder()
                .add("unit", drain.unit())
                .add("verdict", drain.state().name().toLowerCase(Locale.ROOT))
                .add("detail", drain.detail());
    }

    private static JsonObjectBuilder replica(ReplicaReport replica) {
        JsonObjectBuilder object = Json.createObjectBuilder().add("unit", replica.unit());
        add(object, "replica", replica.replica().isEmpty() ? null : replica.replica());
        return object.add(
                        "state", replica.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .add("detail", replica.detail());
    }

    private static JsonObjectBuilder undeclared(UndeclaredWrite write) {
        JsonObjectBuilder object =
                Json.createObjectBuilder().add("what", write.what()).add("count", write.count());
        add(object, "request", write.request());
        return object.add("where", write.where());
    }

    private static JsonObjectBuilder straggler(Report.Straggler straggler) {
        return Json.createObjectBuilder()
                .add("what", straggler.what())
                .add("where", straggler.where())
                .add("ageMillis", straggler.age().toMillis());
    }

    static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonObjectBuilder> form) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(form.apply(value)));
        return array;
    }

    static void add(JsonObjectBuilder object, String name, @Nullable Object value) {
        if (value == null) {
            object.addNull(name);
        } else if (value instanceof Long number) {
            object.add(name, number);
        } else if (value instanceof Boolean flag) {
            object.add(name, flag ? JsonValue.TRUE : JsonValue.FALSE);
        } else if (value instanceof Instant instant) {
            object.add(name, instant.truncatedTo(ChronoUnit.MILLIS).toString());
        } else {
            object.add(name, value.toString());
        }
    }
}
