package org.stillwater.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses free ports, so that test runs on one machine do not collide. Each is published as the system property
 * {@code it.port.<name>}, which {@code arquillian.xml} and server configurations refer to.
 */
public final class Ports {
    private static final String PREFIX = "it.port.";
    private static final Map<String, Socket> RESERVED = new ConcurrentHashMap<>();

    private Ports() {}

    public static void choose(String... names) {
        List<ServerSocket> open = new ArrayList<>();
        try {
            // All are open at the same time, so no port is given out twice.
            for (String name : names) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                open.add(socket);
                publish(name, socket.getLocalPort());
            }
            for (ServerSocket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same for what starts long after the server that connects to it: until {@link #release} nobody else is given the
     * port, and whoever connects to it is refused.
     */
    static void reserve(String... names) {
        try {
            for (String name : names) {
                var socket = new Socket();
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                RESERVED.put(name, socket);
                publish(name, socket.getLocalPort());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets somebody listen there. */
    static void release(String... names) {
        try {
            for (String name : names) {
                Socket socket = RESERVED.remove(name);
                if (socket != null) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String get(String name) {
        return System.getProperty(PREFIX + name);
    }

    static void publish(String name, int port) {
        System.setProperty(PREFIX + name, Integer.toString(port));
    }
}
