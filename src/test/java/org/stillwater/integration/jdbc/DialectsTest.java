package org.stillwater.integration.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillwater.spi.ReadOnlyDialect;

/** How refusals look; those of databases that cannot run here, from their documentation. */
class DialectsTest {
    @ParameterizedTest
    @CsvSource({
        "PostgreSQL, PostgreSQL",
        "MariaDB, MariaDB",
        "MySQL, MySQL",
        "H2, H2",
        "HSQL Database Engine, HSQLDB",
        "Apache Derby, Derby",
        "Oracle, Oracle",
        "Microsoft SQL Server, SQL Server",
        "DB2/LINUXX8664, Db2"
    })
    void oneSpeaksToEachDatabase(String product, String name) {
        assertThat(ServiceLoader.load(ReadOnlyDialect.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(dialect -> dialect.supports(product)))
                .singleElement()
                .extracting(ReadOnlyDialect::name)
                .isEqualTo(name);
    }

    @Test
    void nobodySpeaksToWhatIsNotKnown() {
        assertThat(ServiceLoader.load(ReadOnlyDialect.class)).noneMatch(dialect -> dialect.supports("Informix"));
    }

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL, 25006, 0, cannot execute INSERT in a read-only transaction",
        "MariaDB, 25006, 1792, Cannot execute statement in a READ ONLY transaction",
        "MariaDB, HY000, 1290, The MariaDB server is running with the --read-only option so it cannot execute this",
        "MariaDB, HY000, 1290, The MariaDB server is running with the --read_only=NO_LOCK option so it cannot",
        "MySQL, 25006, 1792, Cannot execute statement in a READ ONLY transaction.",
        "MySQL, HY000, 1290, The MySQL server is running with the --super-read-only option so it cannot execute this",
        "MySQL, HY000, 1836, Running in read-only mode",
        "MySQL, HY000, 3989, Schema 'shop' is in read only mode.",
        "MySQL, S1009, 0, Connection is read-only. Queries leading to data modification are not allowed.",
        "H2, 90097, 90097, The database is read only",
        "HSQL Database Engine, 25006, -3706, invalid transaction state: read-only SQL-transaction",
        "HSQL Database Engine, S1000, -455, The database is in read only mode",
        "HSQL Database Engine, S1000, -456, The table data is read only",
        "Apache Derby, 25502, 30000, An SQL data change is not permitted for a read-only connection",
        "Apache Derby, 25503, 30000, DDL is not permitted for a read-only connection",
        "Apache Derby, 25505, 30000, A read-only user or a user in a read-only database is not permitted to disable",
        "Oracle, 72000, 1456, ORA-01456: may not perform insert/delete/update operation inside a READ ONLY transaction",
        "Oracle, 72000, 16000, ORA-16000: database or pluggable database open for read-only access",
        "Oracle, 72000, 28194, ORA-28194: Can perform read operations only",
        "Microsoft SQL Server, S0002, 3906, Failed to update database \"shop\" because the database is read-only.",
        "DB2/LINUXX8664, 51045, -1773, 'DB2 SQL Error: SQLCODE=-1773, SQLSTATE=51045, SQLERRMC=5'"
    })
    void recognisesARefusal(String product, String state, int code, String message) {
        assertThat(dialect(product).isReadOnlyRefusal(new SQLException(message, state, code)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL, 25001, 0, cannot set transaction read-write mode inside a read-only transaction",
        "PostgreSQL, 42501, 0, permission denied for table note",
        "MariaDB, HY000, 1290, The MariaDB server is running with the --secure-file-priv option so it cannot execute",
        "MariaDB, 25001, 1568, Transaction characteristics can't be changed while a transaction is in progress",
        "MySQL, HY000, 1456, Recursive limit 0 was exceeded",
        "MySQL, HY000, 1290, ",
        "MySQL, S1009, 0, Parameter index out of range",
        "H2, 90096, 90096, Not enough rights for object",
        "HSQL Database Engine, 25001, -3701, invalid transaction state: active SQL-transaction",
        "HSQL Database Engine, 42501, -5501, user lacks privilege or object not found",
        "Apache Derby, 25501, 20000, Unable to set the connection read-only property in an active transaction",
        "Apache Derby, , 0, no state",
        "Oracle, 42000, 1031, ORA-01031: insufficient privileges",
        "Oracle, 72000, 1453, ORA-01453: SET TRANSACTION must be first statement of transaction",
        "Microsoft SQL Server, S0005, 229, The INSERT permission was denied",
        "DB2/LINUXX8664, 51045, -1773, 'DB2 SQL Error: SQLCODE=-1773, SQLSTATE=51045, SQLERRMC=1'",
        "DB2/LINUXX8664, 51045, -1773, "
    })
    void doesNotTakeAnotherProblemForOne(String product, @Nullable String state, int code, @Nullable String message) {
        assertThat(dialect(product).isReadOnlyRefusal(new SQLException(message, state, code)))
                .isFalse();
    }

    private static ReadOnlyDialect dialect(String product) {
        return ServiceLoader.load(ReadOnlyDialect.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(dialect -> dialect.supports(product))
                .findFirst()
                .orElseThrow();
    }
}
