package org.muniment.batch.ingest.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for LMTP (RFC 2033), as Postfix delivers to a mail store on the same machine or network; with a certificate, also
 * over STARTTLS (RFC 3207).
 */
final class LmtpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LmtpListener.class);
    private static final int NAP_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ServerSocket server;
    private final JournalSettings settings;
    private final Reception reception;
    private final Semaphore free;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LmtpListener(ServerSocket server, JournalSettings settings, Reception reception) {
        this.server = server;
        this.settings = settings;
        this.reception = reception;
        this.free = new Semaphore(settings.connections());
    }

    /** Starts listening. */
    static LmtpListener open(InetSocketAddress at, JournalSettings settings, Reception reception) {
        try {
            ServerSocket server = new ServerSocket(at.getPort(), 50, at.getAddress());
            LmtpListener listener = new LmtpListener(server, settings, reception);
            Thread.ofPlatform().name("lmtp").daemon().start(listener::listen);
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't listen for LMTP at " + at, e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().name("lmtp-session").start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("A connection could not be taken", e);
                    rest();
                }
            }
        }
    }

    /** What keeps connections from being taken, such as too many open files, is not over at once. */
    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(NAP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) {
        boolean taken = free.tryAcquire();
        try (socket) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            Optional<Reply> refused = taken
                    ? reception.admission().connection(socket.getInetAddress())
                    : Optional.of(new Reply(421, "4.7.0 Too many connections; try again later"));
            if (refused.isPresent()) {
                socket.getOutputStream().write((refused.orElseThrow() + "\r\n").getBytes(StandardCharsets.US_ASCII));
            } else {
                new LmtpSession(socket, settings, reception).run();
            }
        } catch (IOException goneAway) {
            LOG.debug("An LMTP session broke off", goneAway);
        } finally {
            open.remove(socket);
            if (taken) {
                free.release();
            }
        }
    }

    /** Ends every session. */
    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
