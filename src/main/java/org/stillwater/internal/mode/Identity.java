package org.stillwater.internal.mode;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stillwater.Window;

/**
 * Who publishes a report.
 *
 * @param instance identifies this run of this application
 * @param application the application's name
 * @param version the application's version, or null
 * @param process user, host and process id
 * @param started when it was started
 */
public record Identity(
        String instance, String application, @Nullable String version, Window.Owner process, Instant started) {

    /** This process, as an application of that name. */
    public static Identity of(String application, @Nullable String version) {
        Window.Owner process = thisProcess();
        String random = UUID.randomUUID().toString().substring(0, 8);
        return new Identity(
                application + "-" + process.pid() + "-" + random, application, version, process, Instant.now());
    }

    /** User, host and process id of this process. */
    public static Window.Owner thisProcess() {
        return new Window.Owner(
                System.getProperty("user.name", "unknown"),
                hostName(),
                ProcessHandle.current().pid());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
