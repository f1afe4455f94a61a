package org.stillwater.internal.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.Comments;

/**
 * Says of an SQL text what it may do. Errs on the safe side: what it does not understand is a write.
 *
 * <p>Answers are remembered by text, up to {@link #CAPACITY}; a full memory is emptied, which costs a program that
 * builds ever new texts one scan each, as without a memory.
 *
 * <p>Thread-safe: a race computes the same answer twice.
 */
final class StatementClassifier {
    static final int CAPACITY = 2048;
    private static final int LONGEST_REMEMBERED = 16_384;

    private static final Comments[] WAYS = {Comments.STANDARD, Comments.MYSQL};

    private final Comments comments;
    private final ConcurrentHashMap<String, StatementKind> known = new ConcurrentHashMap<>();

    StatementClassifier(Comments comments) {
        this.comments = comments;
    }

    StatementKind classify(String sql) {
        StatementKind remembered = known.get(sql);
        if (remembered != null) {
            return remembered;
        }
        StatementKind kind = scan(sql);
        if (sql.length() <= LONGEST_REMEMBERED) {
            if (known.size() >= CAPACITY) {
                known.clear();
            }
            known.put(sql, kind);
        }
        return kind;
    }

    /**
     * What a backslash in a string, a hash and two dashes mean depends on the database. So where that is not known, a text is
     * read in each way; a way in which a string does not end is one in which the database would not take the text either.
     */
    private StatementKind scan(String sql) {
        StatementKind kind = null;
        for (Comments way : WAYS) {
            if (comments.maybe(way)) {
                kind = both(kind, new StatementScan(sql, false, way).kind());
                if (sql.indexOf('\\') >= 0) {
                    kind = both(kind, new StatementScan(sql, true, way).kind());
                }
            }
        }
        return kind == null ? StatementKind.WRITE : kind;
    }

    private static @Nullable StatementKind both(@Nullable StatementKind one, @Nullable StatementKind other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.or(other);
    }

    int remembered() {
        return known.size();
    }
}
