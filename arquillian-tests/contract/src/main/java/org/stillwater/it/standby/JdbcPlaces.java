package org.stillwater.it.standby;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import javax.sql.DataSource;
import org.stillwater.Guarded;
import org.stillwater.it.Database;

@ApplicationScoped
public class JdbcPlaces {
    static final String DATA_SOURCE = "java:comp/env/" + Database.RESOURCE;

    @Inject
    @Guarded(DATA_SOURCE)
    private DataSource data;

    @Resource
    private UserTransaction transaction;

    public String autocommit(Work work) throws Exception {
        try (Connection connection = data.getConnection()) {
            return work.with(new JdbcShelf(connection));
        }
    }

    public String local(Work work) throws Exception {
        try (Connection connection = data.getConnection()) {
            connection.setAutoCommit(false);
            try {
                String result = work.with(new JdbcShelf(connection));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    public String jta(Work work) throws Exception {
        transaction.begin();
        boolean done = false;
        try {
            String result = work.with(new DataSourceShelf(data));
            done = true;
            return result;
        } finally {
            if (done) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
    }
}
