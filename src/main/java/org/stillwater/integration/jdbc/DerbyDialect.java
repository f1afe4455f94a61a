package org.stillwater.integration.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * Apache Derby. A transaction cannot be made read-only: {@code Connection.setReadOnly} does refuse, but it is the
 * connection's and not the transaction's, it fails once a statement has run, and servers do not allow it under JTA.
 */
public final class DerbyDialect implements ReadOnlyDialect {
    /** Data, schema; and the attempt to undo it on a connection that is read-only for good. */
    private static final Set<String> REFUSALS = Set.of("25502", "25503", "25505");

    /** For {@link java.util.ServiceLoader}. */
    public DerbyDialect() {}

    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.equals("Apache Derby");
    }

    @Override
    public String name() {
        return "Derby";
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        String state = problem.getSQLState();
        return state != null && REFUSALS.contains(state);
    }
}
