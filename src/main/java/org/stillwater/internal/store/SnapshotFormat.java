package org.stillwater.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaOrder;

/** How a {@link ModeSnapshot} is written down. */
final class SnapshotFormat {
    private static final String ANNOUNCED = "announced.";
    private static final String REPLICAS = "replicas";

    private SnapshotFormat() {}

    /**
     * A snapshot as it was read.
     *
     * @param token identifies this very file
     * @param previous the token of the epoch that it followed, or empty
     */
    record Parsed(ModeSnapshot snapshot, String token, String previous) {}

    static String encode(ModeSnapshot snapshot, String token, String previous) {
        Map<String, String> values = new TreeMap<>();
        values.put("epoch", Long.toString(snapshot.epoch()));
        values.put("mode", snapshot.mode().name());
        values.put("verified", Boolean.toString(snapshot.verified()));
        values.put("written", Instant.now().toString());
        values.put("token", token);
        values.put("previous", previous);
        put(values, "deadline", snapshot.deadline());
        if (snapshot.replicas() != ReplicaOrder.USE) {
            values.put(REPLICAS, snapshot.replicas().name());
        }
        for (int i = 0; i < snapshot.windows().size(); i++) {
            encode(snapshot.windows().get(i), "window." + (i + 1) + ".", values);
        }
        if (snapshot.announced() != null) {
            encode(snapshot.announced(), ANNOUNCED, values);
        }
        return SealedProperties.encode("Stillwater mode. Do not edit: use the command line (on, off, status)", values);
    }

    private static void encode(Window window, String prefix, Map<String, String> values) {
        values.put(prefix + "name", window.name());
        put(values, prefix + "reason", window.reason());
        values.put(prefix + "owner.user", window.owner().user());
        values.put(prefix + "owner.host", window.owner().host());
        values.put(prefix + "owner.pid", Long.toString(window.owner().pid()));
        values.put(prefix + "since", window.since().toString());
        put(values, prefix + "end", window.end());
    }

    private static void put(Map<String, String> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value.toString());
        }
    }

    /** @throws IllegalArgumentException if something is missing or malformed */
    static Parsed decode(Map<String, String> values, long epoch) {
        Fields fields = new Fields(values);
        if (fields.number("epoch") != epoch) {
            throw new IllegalArgumentException(
                    "it holds epoch " + fields.number("epoch") + " under another one's name");
        }
        List<Window> windows = new ArrayList<>();
        for (int i = 1; fields.has("window." + i + ".name"); i++) {
            windows.add(decodeWindow(fields, "window." + i + "."));
        }
        ModeSnapshot snapshot = new ModeSnapshot(
                epoch,
                AccessMode.valueOf(fields.text("mode")),
                windows,
                fields.optionalInstant("deadline"),
                Boolean.parseBoolean(fields.text("verified")),
                fields.has(ANNOUNCED + "name") ? decodeWindow(fields, ANNOUNCED) : null,
                fields.has(REPLICAS) ? ReplicaOrder.valueOf(fields.text(REPLICAS)) : ReplicaOrder.USE);
        return new Parsed(snapshot, fields.text("token"), fields.text("previous"));
    }

    private static Window decodeWindow(Fields fields, String prefix) {
        return new Window(
                fields.text(prefix + "name"),
                fields.optional(prefix + "reason"),
                new Window.Owner(
                        fields.text(prefix + "owner.user"),
                        fields.text(prefix + "owner.host"),
                        fields.number(prefix + "owner.pid")),
                fields.instant(prefix + "since"),
                fields.optionalInstant(prefix + "end"));
    }
}
