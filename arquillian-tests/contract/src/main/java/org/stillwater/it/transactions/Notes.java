package org.stillwater.it.transactions;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stillwater.Writes;
import org.stillwater.it.Database;

/** Declared writes that join the transaction of their caller. */
@Stateless
@LocalBean
@Writes
public class Notes {
    @Resource(name = Database.RESOURCE)
    private DataSource dataSource;

    public void add(String text) {
        insert(dataSource, text);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void addInATransactionOfItsOwn(String text) {
        insert(dataSource, text);
    }

    /** In a transaction that is marked for rollback, the server gives out no connection. */
    public void addNothing() {}

    static void insert(DataSource dataSource, String text) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into tx_note values (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
