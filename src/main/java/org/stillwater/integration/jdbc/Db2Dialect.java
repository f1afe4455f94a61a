package org.stillwater.integration.jdbc;

import java.sql.SQLException;
import org.stillwater.spi.ReadOnlyDialect;

/**
 * Db2, from its documentation: never run. It has no read-only transactions, and {@code Connection.setReadOnly} only warns.
 * A standby that may be read refuses.
 */
public final class Db2Dialect implements ReadOnlyDialect {
    /** What a standby does not do, for several reasons. */
    private static final int NOT_ON_STANDBY = -1773;

    /** As the driver passes on that the reason is a write. */
    private static final String WRITE = "SQLERRMC=5";

    /** For {@link java.util.ServiceLoader}. */
    public Db2Dialect() {}

    /** The platform is part of the name: {@code DB2/LINUXX8664}. */
    @Override
    public boolean supports(String databaseProductName) {
        return databaseProductName.startsWith("DB2");
    }

    @Override
    public String name() {
        return "Db2";
    }

    @Override
    public boolean isReadOnlyRefusal(SQLException problem) {
        String message = problem.getMessage();
        return problem.getErrorCode() == NOT_ON_STANDBY && message != null && message.contains(WRITE);
    }
}
