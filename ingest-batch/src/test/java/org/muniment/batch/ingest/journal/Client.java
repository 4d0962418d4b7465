package org.muniment.batch.ingest.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection that says what a test wants, right or wrong. */
final class Client implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader replies;
    private final String greeting;

    Client(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        greeting = reply();
    }

    String greeting() {
        return greeting;
    }

    /** The last line of a reply; empty when the server is gone. */
    String reply() throws IOException {
        String line = replies.readLine();
        while (line != null && line.startsWith("-", 3)) {
            line = replies.readLine();
        }
        return line == null ? "" : line;
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    String say(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    /** Sends one message; the reply to it. */
    String mail(String from, String to, String message) throws IOException {
        say("MAIL FROM:<" + from + ">");
        say("RCPT TO:<" + to + ">");
        say("DATA");
        return say(message + "\r\n.");
    }

    /** Says several commands at once, and gives their replies. */
    List<String> pipeline(String commands, int count) throws IOException {
        send(commands);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(reply());
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
