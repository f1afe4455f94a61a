package org.stillwater.internal.replica;

import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.log.Log;

/**
 * A data source that the server has under a JNDI name. Looked up when it is needed and until it is there, because a server
 * may bind it after the application has come. Thread-safe.
 */
public final class NamedDataSource implements ConnectionSource {
    private final String setting;
    private final String name;
    private volatile @Nullable DataSource found;

    /** @param setting who names it, for messages */
    public NamedDataSource(String setting, String name) {
        this.setting = setting;
        this.name = name;
    }

    @Override
    public Connection borrow() throws SQLException {
        DataSource known = found;
        if (known == null) {
            known = lookUp();
            found = known;
        }
        return known.getConnection();
    }

    @SuppressWarnings("BanJNDI") // names a resource of the server's; a setting of the application says which
    private DataSource lookUp() throws SQLException {
        try {
            return (DataSource) InitialContext.doLookup(name);
        } catch (NamingException | ClassCastException e) {
            throw new SQLException(
                    Log.message(
                            "STILL01704",
                            "Setting '%s' has the value '%s', which names no data source here: %s",
                            setting,
                            name,
                            e),
                    e);
        }
    }

    @Override
    public void giveBack(Connection connection) throws SQLException {
        connection.close();
    }
}
