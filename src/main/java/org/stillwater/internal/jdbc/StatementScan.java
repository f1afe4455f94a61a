package org.stillwater.internal.jdbc;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.Comments;
import org.stillwater.internal.jdbc.SqlTokens.Token;

/** Reads one SQL text, of one or several statements, word by word. Used once. */
final class StatementScan {
    private static final Set<String> READS =
            Set.of("SELECT", "WITH", "VALUES", "TABLE", "SHOW", "EXPLAIN", "SET", "SAVEPOINT", "RELEASE");
    private static final Set<String> CONTROLS =
            Set.of("COMMIT", "BEGIN", "START", "END", "ROLLBACK", "ABORT", "RESET", "DISCARD");

    /** Words that write, or lock, wherever they stand. */
    private static final Set<String> WRITES = Set.of(
            "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "INTO", "CALL", "NEXTVAL", "SETVAL", "UPDLOCK", "XLOCK");

    /** What a {@code SET} may change that makes a read-only transaction writable again, or that outlives it. */
    private static final Set<String> ESCAPES = Set.of(
            "TRANSACTION",
            "CHARACTERISTICS",
            "TRANSACTION_READ_ONLY",
            "DEFAULT_TRANSACTION_READ_ONLY",
            "TX_READ_ONLY",
            "READONLY",
            "AUTOCOMMIT",
            "GLOBAL",
            "PERSIST",
            "PERSIST_ONLY",
            "ROLE",
            "AUTHORIZATION",
            "PASSWORD",
            "DATABASE",
            "TABLE",
            "FILES",
            "INTEGRITY");

    /** Those of MySQL and MariaDB, where {@code @@session.} may stand before them. */
    private static final Set<String> SYSTEM_VARIABLES =
            Set.of("TRANSACTION_READ_ONLY", "TX_READ_ONLY", "AUTOCOMMIT", "READ_ONLY", "SUPER_READ_ONLY");

    private static final Set<String> BEFORE_SETTINGS = Set.of("SET", "SESSION", "LOCAL");
    private static final Set<String> BEFORE_SHARE = Set.of("FOR", "KEY", "IN");
    private static final Set<String> BEFORE_COLUMNS = Set.of("WITH", "RECURSIVE");

    private final SqlTokens tokens;
    private StatementKind kind = StatementKind.READ;
    private String first = "";
    private int depth;
    private boolean commonTables;
    private String before = "";
    private char symbolBefore;

    StatementScan(String sql, boolean backslashEscapes, Comments comments) {
        this.tokens = new SqlTokens(sql, backslashEscapes, comments);
    }

    /** What the text may do, or null if it cannot be taken apart. */
    @Nullable
    StatementKind kind() {
        boolean empty = true;
        while (kind != StatementKind.WRITE) {
            Token token = tokens.next();
            switch (token) {
                case END -> {
                    return empty ? StatementKind.WRITE : kind;
                }
                case UNCLEAR -> {
                    return tokens.isExecutable() ? StatementKind.WRITE : null;
                }
                case WORD -> {
                    kind = kind.or(word(tokens.word()));
                    remember(tokens.word(), '\0');
                    empty = false;
                }
                case SYMBOL -> {
                    symbol(tokens.symbol());
                    remember("", tokens.symbol());
                }
                default -> {
                    kind = kind.or(other(token));
                    remember("", '\0');
                }
            }
        }
        return kind;
    }

    private void remember(String word, char symbol) {
        before = word;
        symbolBefore = symbol;
    }

    private void symbol(char symbol) {
        switch (symbol) {
            case ';' -> first = "";
            case '(' -> depth++;
            case ')' -> depth--;
            default -> {
                // the others do not matter
            }
        }
    }

    /**
     * A literal cannot begin a statement, a quoted name after {@code SET} may be any setting, and one before a parenthesis
     * is a function that nobody knows.
     */
    private StatementKind other(Token token) {
        if (first.isEmpty() && symbolBefore != '{') {
            return StatementKind.WRITE;
        }
        if (first.equals("SET") && token == Token.NAME && isSetting()) {
            return StatementKind.CONTROL;
        }
        boolean function = token == Token.NAME && tokens.isBeforeParenthesis() && !isBeforeColumns();
        return function ? StatementKind.OPAQUE : StatementKind.READ;
    }

    /** Whether what was just read in a {@code SET} is what is set, and not the value. */
    private boolean isSetting() {
        return BEFORE_SETTINGS.contains(before)
                || symbolBefore == '.'
                || symbolBefore == '@'
                || (symbolBefore == ',' && tokens.isMySql());
    }

    private StatementKind word(String word) {
        if (first.isEmpty()) {
            first = word;
            commonTables = word.equals("WITH");
            return begins(word);
        }
        if (depth == 0 && word.equals("SELECT")) {
            commonTables = false;
        }
        if (before.equals("AS")) {
            return StatementKind.READ;
        }
        if (symbolBefore == '.') {
            return afterDot(word);
        }
        boolean parenthesis = tokens.isBeforeParenthesis();
        if (writes(word) && !parenthesis) {
            return StatementKind.WRITE;
        }
        if (first.equals("SET") && ESCAPES.contains(word)) {
            return StatementKind.CONTROL;
        }
        return parenthesis ? function(word) : StatementKind.READ;
    }

    private static StatementKind begins(String word) {
        if (READS.contains(word)) {
            return StatementKind.READ;
        }
        return CONTROLS.contains(word) ? StatementKind.CONTROL : StatementKind.WRITE;
    }

    private boolean writes(String word) {
        return WRITES.contains(word)
                || (word.equals("SHARE") && BEFORE_SHARE.contains(before))
                || (word.equals("VALUE") && before.equals("NEXT"))
                || (first.equals("EXPLAIN") && word.startsWith("ANALY"));
    }

    /** After a dot stands a column, whatever its name; except for the sequences of Oracle and H2, and for settings. */
    private StatementKind afterDot(String word) {
        if (word.equals("NEXTVAL")) {
            return StatementKind.WRITE;
        }
        if (first.equals("SET") && SYSTEM_VARIABLES.contains(word)) {
            return StatementKind.CONTROL;
        }
        return tokens.isBeforeParenthesis() ? function("." + word) : StatementKind.READ;
    }

    private StatementKind function(String word) {
        if (word.endsWith("NEXTVAL") || word.endsWith("SETVAL")) {
            return StatementKind.WRITE;
        }
        if (word.endsWith("SET_CONFIG")) {
            return StatementKind.CONTROL;
        }
        return KnownFunctions.contains(word) || isBeforeColumns() ? StatementKind.READ : StatementKind.OPAQUE;
    }

    /** Whether the name that was just read has a list of columns after it: a common table, or an alias. */
    private boolean isBeforeColumns() {
        return before.equals("AS")
                || BEFORE_COLUMNS.contains(before)
                || symbolBefore == ')'
                || (commonTables && depth == 0 && symbolBefore == ',');
    }
}
