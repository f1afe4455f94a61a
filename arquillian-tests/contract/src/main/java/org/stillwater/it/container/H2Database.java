package org.stillwater.it.container;

import java.sql.SQLException;
import java.util.Locale;
import org.h2.tools.Server;

/** An H2 in memory, in the JVM of the tests, which servers under test reach over TCP. */
public final class H2Database {
    /** Also its password: Payara asks for one. */
    public static final String USER = "sa";

    private static Server server;

    private H2Database() {}

    /** Where it is, for the driver. */
    public static String url() {
        return String.format(
                Locale.ROOT, "jdbc:h2:tcp://127.0.0.1:%s/mem:stillwater;DB_CLOSE_DELAY=-1", Ports.get("h2"));
    }

    static void start() {
        // It would listen on every interface.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        try {
            server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 does not start", e);
        }
        Ports.publish("h2", server.getPort());
    }

    static void stop() {
        server.stop();
    }
}
