package org.stillwater.it.datasource;

import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import javax.sql.DataSource;

/** In what transaction something is done with a connection. */
enum In {
    AUTOCOMMIT {
        @Override
        void call(DataSource data, UserTransaction transaction, Way.Use use) throws Exception {
            try (Connection connection = data.getConnection()) {
                use.with(connection);
            }
        }
    },
    LOCAL {
        @Override
        void call(DataSource data, UserTransaction transaction, Way.Use use) throws Exception {
            try (Connection connection = data.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    use.with(connection);
                    connection.commit();
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }
    },
    JTA {
        @Override
        void call(DataSource data, UserTransaction transaction, Way.Use use) throws Exception {
            transaction.begin();
            boolean done = false;
            try (Connection connection = data.getConnection()) {
                use.with(connection);
                done = true;
            } finally {
                if (done) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
        }
    };

    abstract void call(DataSource data, UserTransaction transaction, Way.Use use) throws Exception;
}
