package org.stillwater.integration.jdbc;

import java.sql.SQLException;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * Microsoft SQL Server, from its documentation: never run. It has no read-only transactions, and
 * {@code Connection.setReadOnly} does nothing. A database that was set to {@code READ_ONLY}, and a readable secondary,
 * refuse.
 */
public final class SqlServerDialect implements ReadOnlyDialect {
    private static final int DATABASE_IS_READ_ONLY = 3906;

    /** For {@link java.util.ServiceLoader}. */
    public SqlServerDialect() {}

    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.equals("Microsoft SQL Server");
    }

    @Override
    public String name() {
        return "SQL Server";
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        return problem.getErrorCode() == DATABASE_IS_READ_ONLY;
    }
}
