package org.stillwater.integration.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the connected user may do on the whole server, as {@code SHOW GRANTS} says, which needs no right and, unlike {@code
 * information_schema.user_privileges}, has what comes from the current role and from {@code PUBLIC}. Immutable.
 */
final class MariaDbGrants {
    private static final Pattern GLOBAL = Pattern.compile("GRANT (.+?) ON \\*\\.\\* TO .*", Pattern.DOTALL);

    private final Set<String> rights;

    private MariaDbGrants(Set<String> rights) {
        this.rights = rights;
    }

    /** Those that a statement gives as its second result; the first one is closed. */
    static MariaDbGrants readNext(Statement statement) throws SQLException {
        statement.getMoreResults();
        try (ResultSet grants = statement.getResultSet()) {
            return read(grants);
        }
    }

    private static MariaDbGrants read(ResultSet grants) throws SQLException {
        Set<String> rights = new HashSet<>();
        while (grants.next()) {
            Matcher global = GLOBAL.matcher(grants.getString(1));
            if (global.matches()) {
                rights.addAll(List.of(global.group(1).split(", ")));
            }
        }
        return new MariaDbGrants(Set.copyOf(rights));
    }

    boolean include(String right) {
        return rights.contains(right) || rights.contains("ALL PRIVILEGES");
    }

    /** Before MariaDB 10.11 {@code SUPER} was enough. */
    boolean overcomeReadOnly() {
        return include("READ_ONLY ADMIN") || include("SUPER");
    }
}
