package org.stillwater.it.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between one connection and its database, and counts round trips: how often the client speaks after the database
 * did. An answer is passed on after it was noted, so whoever has read it reads the right number.
 */
final class Relay implements AutoCloseable {
    private final ServerSocket entrance;
    private final AtomicBoolean clientHasSpoken = new AtomicBoolean();
    private final AtomicInteger roundTrips = new AtomicInteger();

    /** For the one client that connects next. */
    Relay(int databasePort) throws IOException {
        entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        daemon(() -> {
            try (Socket client = entrance.accept();
                    Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort)) {
                Thread answers = daemon(() -> pass(database, client, () -> clientHasSpoken.set(false)));
                pass(client, database, () -> {
                    if (!clientHasSpoken.getAndSet(true)) {
                        roundTrips.incrementAndGet();
                    }
                });
                database.close();
                answers.join();
            } catch (IOException e) {
                // the test is over
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void pass(Socket from, Socket to, Runnable before) {
        byte[] buffer = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                before.run();
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // one of them has gone, and takes the other along
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    int roundTrips() {
        return roundTrips.get();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
