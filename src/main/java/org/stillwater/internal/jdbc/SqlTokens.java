package org.stillwater.internal.jdbc;

import java.util.Locale;
import org.stillwater.internal.database.Comments;

/**
 * Takes an SQL text apart, as far as its words are concerned: skips blanks, comments, string literals and quoted
 * identifiers. Confined to one thread.
 */
final class SqlTokens {
    /** What {@link #next()} found. */
    enum Token {
        /** A keyword or an unquoted name. */
        WORD,
        /** A name in quotes. */
        NAME,
        /** A string, a number or a parameter. */
        LITERAL,
        /** A character that is none of these. */
        SYMBOL,
        /** The text is over. */
        END,
        /** The text cannot be taken apart: something is not closed, or means different things to different databases. */
        UNCLEAR
    }

    private final String sql;
    private final boolean backslashEscapes;
    private final boolean mySqlComments;
    private boolean executable;
    private int at;
    private String word = "";
    private char symbol;

    SqlTokens(String sql, boolean backslashEscapes, Comments comments) {
        this.sql = sql;
        this.backslashEscapes = backslashEscapes;
        this.mySqlComments = comments == Comments.MYSQL;
    }

    boolean isMySql() {
        return mySqlComments;
    }

    /** Whether it is unclear because there is a comment that some database executes. */
    boolean isExecutable() {
        return executable;
    }

    /** The last word, in capitals. */
    String word() {
        return word;
    }

    /** The last symbol. */
    char symbol() {
        return symbol;
    }

    /** Whether the next character that counts opens a parenthesis. */
    boolean isBeforeParenthesis() {
        int before = at;
        boolean clear = skipBlanks();
        boolean found = clear && peek(0) == '(';
        at = before;
        return found;
    }

    Token next() {
        if (!skipBlanks()) {
            return Token.UNCLEAR;
        }
        if (at >= sql.length()) {
            return Token.END;
        }
        char c = sql.charAt(at);
        if (Character.isLetter(c) || c == '_') {
            return scanWord();
        }
        if (Character.isDigit(c)) {
            return number();
        }
        return switch (c) {
            case '\'' -> quoted('\'', Token.LITERAL);
            case '"' -> quoted('"', Token.NAME);
            case '`' -> quoted('`', Token.NAME);
            case '$' -> dollar();
            default -> symbol(c);
        };
    }

    private Token symbol(char c) {
        at++;
        symbol = c;
        return Token.SYMBOL;
    }

    private Token scanWord() {
        int start = at;
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
        word = sql.substring(start, at).toUpperCase(Locale.ROOT);
        return Token.WORD;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private Token number() {
        while (at < sql.length() && (isWordPart(sql.charAt(at)) || sql.charAt(at) == '.')) {
            at++;
        }
        return Token.LITERAL;
    }

    private Token quoted(char quote, Token token) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && backslashEscapes) {
                at++;
            } else if (c == quote) {
                if (peek(0) != quote) {
                    return token;
                }
                at++;
            }
        }
        return Token.UNCLEAR;
    }

    /** {@code $1} is a parameter, {@code $tag$...$tag$} a string. */
    private Token dollar() {
        int start = at++;
        while (at < sql.length() && isWordPart(sql.charAt(at)) && sql.charAt(at) != '$') {
            at++;
        }
        if (peek(0) != '$') {
            return Token.LITERAL;
        }
        String tag = sql.substring(start, ++at);
        int end = sql.indexOf(tag, at);
        if (end < 0) {
            return Token.UNCLEAR;
        }
        at = end + tag.length();
        return Token.LITERAL;
    }

    /** Skips blanks and comments. Returns false for a comment that some database executes, or that does not end. */
    private boolean skipBlanks() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isLineComment(c)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else if (c == '/' && peek(1) == '*') {
                executable |= peek(2) == '!' || (peek(2) == 'M' && peek(3) == '!');
                if (executable || !skipComment()) {
                    return false;
                }
            } else {
                return true;
            }
        }
        return true;
    }

    /** To MySQL and MariaDB, two dashes are a comment only if a blank follows, and so is a hash. */
    private boolean isLineComment(char c) {
        if (c == '-' && peek(1) == '-') {
            return !mySqlComments || peek(2) <= ' ';
        }
        return c == '#' && mySqlComments;
    }

    /** A comment within a comment ends the outer one on some databases and does not on others: not clear. */
    private boolean skipComment() {
        int end = sql.indexOf("*/", at + 2);
        int nested = sql.indexOf("/*", at + 2);
        at = end + 2;
        return end >= 0 && (nested < 0 || nested > end);
    }

    private char peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
    }
}
