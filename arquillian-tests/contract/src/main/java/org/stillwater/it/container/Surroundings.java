package org.stillwater.it.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.api.event.ManagerStopping;

/**
 * Starts PostgreSQL and H2, and chooses the server's ports before Arquillian reads {@code arquillian.xml}, which refers to them;
 * stops them after the server.
 */
final class Surroundings {
    private EmbeddedPostgres postgres;

    void prepare(@Observes(precedence = 100) ManagerStarted event) throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File(System.getProperty("it.directory"), "postgres"))
                .setServerConfig("max_prepared_transactions", "10")
                .start();
        Ports.publish("database", postgres.getPort());
        H2Database.start();
        Ports.choose("http", "https", "admin");
        SharedPair.reservePorts();
    }

    void stop(@Observes(precedence = -100) ManagerStopping event) throws IOException {
        SharedPair.stop();
        H2Database.stop();
        if (postgres != null) {
            postgres.close();
        }
    }
}
