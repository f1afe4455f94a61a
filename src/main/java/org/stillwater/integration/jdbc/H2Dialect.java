package org.stillwater.integration.jdbc;

import java.sql.SQLException;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * H2. It has no read-only transactions: {@code Connection.setReadOnly} does nothing, and there is no SQL for it. Only a
 * database that is opened with {@code ACCESS_MODE_DATA=r}, by its first user, refuses.
 */
public final class H2Dialect implements ReadOnlyDialect {
    private static final int DATABASE_IS_READ_ONLY = 90097;

    /** For {@link java.util.ServiceLoader}. */
    public H2Dialect() {}

    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.equals("H2");
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        return problem.getErrorCode() == DATABASE_IS_READ_ONLY;
    }
}
