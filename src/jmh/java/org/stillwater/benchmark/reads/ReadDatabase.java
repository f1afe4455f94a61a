package org.stillwater.benchmark.reads;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A database with a pool that gives out its connections as a server's does: one for each transaction. H2 answers in the
 * same thread and from memory, so that hardly anything hides what a guard costs; PostgreSQL answers as applications know it.
 */
enum ReadDatabase {
    H2("H2 in memory") {
        @Override
        Opened open() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:reads;DB_CLOSE_DELAY=-1");
            return new Opened(pool(h2), () -> {});
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        Opened open() throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            PGConnectionPoolDataSource client = new PGConnectionPoolDataSource();
            client.setURL(server.getJdbcUrl("postgres", "postgres"));
            return new Opened(pool(client), server);
        }
    };

    private final String words;

    ReadDatabase(String words) {
        this.words = words;
    }

    abstract Opened open() throws IOException;

    private static JdbcConnectionPool pool(ConnectionPoolDataSource connections) {
        return JdbcConnectionPool.create(connections);
    }

    @Override
    public String toString() {
        return words;
    }

    /** One that runs. */
    record Opened(JdbcConnectionPool pool, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            pool.dispose();
            server.close();
        }
    }
}
