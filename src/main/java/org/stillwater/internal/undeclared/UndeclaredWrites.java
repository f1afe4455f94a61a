package org.stillwater.internal.undeclared;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.UndeclaredWrite;

/**
 * The undeclared writes of one application: each way that leads to one is logged once and counted from then on. A way is
 * told from others by the application's own lines on the stack; a write that has none of them, such as a flush by the
 * server, by what it writes.
 *
 * <p>Only so many ways are kept, so that an application that makes up its code as it goes does not fill the heap;
 * the rest is counted. Thread-safe.
 */
public final class UndeclaredWrites {
    private static final Log LOG = Log.of("undeclared");
    private static final int MOST_WAYS = 500;

    private final Map<Object, Way> ways = new ConcurrentHashMap<>();
    private final AtomicLong order = new AtomicLong();
    private final LongAdder notKept = new LongAdder();

    private final Supplier<List<String>> path;

    /** Creates it with nothing noted. */
    public UndeclaredWrites() {
        this(CallPath::ofThisThread);
    }

    UndeclaredWrites(Supplier<List<String>> path) {
        this.path = path;
    }

    /**
     * Notes a write.
     *
     * @param what the entity or the SQL, described by its {@code toString()}
     * @param request the web request that the calling thread is working on, or null
     * @param refused whether it is refused, or only would be in read-only mode
     * @return the application's own lines that lead to it, innermost first
     */
    public List<String> note(Object what, @Nullable Object request, boolean refused) {
        List<String> lines = path.get();
        Object key = lines.isEmpty() ? what.toString() : lines;
        Way known = ways.get(key);
        if (known == null && ways.size() < MOST_WAYS) {
            Way fresh = new Way(order.incrementAndGet(), what.toString(), request == null ? null : request.toString());
            known = ways.putIfAbsent(key, fresh);
            if (known == null) {
                known = fresh;
                log(fresh, lines, refused);
            }
        }
        (known == null ? notKept : known.count).increment();
        return lines;
    }

    private static void log(Way way, List<String> path, boolean refused) {
        String where = (way.request == null ? "" : " in " + way.request)
                + (path.isEmpty() ? ", not called by the application" : ", at " + String.join(" < ", path));
        if (refused) {
            LOG.warn(
                    "STILL00701",
                    "Undeclared write, refused: %s%s. Put @Writes on the method that begins it, so that it is refused before"
                            + " anything is done. Further ones on this way are counted only",
                    way.what,
                    where);
        } else {
            LOG.warn(
                    "STILL00702",
                    "Undeclared write: %s%s. In read-only mode it would be refused by a guard. Put @Writes on the method"
                            + " that begins it. Further ones on this way are counted only",
                    way.what,
                    where);
        }
    }

    /** What was noted, first things first, but not more than the given number of ways. */
    public List<UndeclaredWrite> list(int most) {
        return ways.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> Long.compare(one.order, other.order)))
                .limit(most)
                .map(entry -> entry.getValue().describe(entry.getKey()))
                .toList();
    }

    /** How many writes were noted in all. */
    public long count() {
        return notKept.sum()
                + ways.values().stream().mapToLong(way -> way.count.sum()).sum();
    }

    private record Way(long order, String what, @Nullable String request, LongAdder count) {
        Way(long order, String what, @Nullable String request) {
            this(order, what, request, new LongAdder());
        }

        UndeclaredWrite describe(Object key) {
            String path = key instanceof List<?> lines
                    ? String.join(" < ", lines.stream().map(Object::toString).toList())
                    : "";
            return new UndeclaredWrite(what, count.sum(), request, path);
        }
    }
}
