package org.stillwater.it.requests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends a request byte by byte, or hangs up in its middle. */
final class Wire implements AutoCloseable {
    private static final int BODY = 4096;

    private final Socket socket;
    private int sent;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head of a POST and the first byte of its body. */
    static Wire post(URI uri) throws IOException {
        Wire wire = new Wire(new Socket(uri.getHost(), uri.getPort()));
        wire.socket.setSoTimeout(60_000);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String head = "POST " + uri.getRawPath() + query + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nContent-Type: application/octet-stream\r\nConnection: close\r\nContent-Length: " + BODY
                + "\r\n\r\n";
        wire.socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        wire.sendByte();
        return wire;
    }

    void sendByte() throws IOException {
        socket.getOutputStream().write('.');
        socket.getOutputStream().flush();
        sent++;
    }

    /** Sends the rest of the body and returns the status of the answer. */
    int finish() throws IOException {
        socket.getOutputStream().write(new byte[BODY - sent]);
        sent = BODY;
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("The server has hung up");
        }
        return Integer.parseInt(line.split(" ")[1]);
    }

    /** Hangs up, at once and rudely. */
    @Override
    public void close() throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
