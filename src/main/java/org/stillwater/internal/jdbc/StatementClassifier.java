package org.stillwater.internal.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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

    private final ConcurrentHashMap<String, StatementKind> known = new ConcurrentHashMap<>();

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
     * A backslash in a string escapes on some databases and does not on others. So such a text is read both ways; a way
     * in which a string does not end is one in which the database would not take the text either.
     */
    private static StatementKind scan(String sql) {
        @Nullable StatementKind plain = new StatementScan(sql, false).kind();
        if (sql.indexOf('\\') < 0) {
            return plain == null ? StatementKind.WRITE : plain;
        }
        @Nullable StatementKind escaped = new StatementScan(sql, true).kind();
        if (plain == null || escaped == null) {
            return plain != null ? plain : escaped != null ? escaped : StatementKind.WRITE;
        }
        return plain.or(escaped);
    }

    int remembered() {
        return known.size();
    }
}
