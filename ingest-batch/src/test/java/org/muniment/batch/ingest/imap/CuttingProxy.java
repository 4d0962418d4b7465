package org.muniment.batch.ingest.imap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a client and a server, and hangs up after so many bytes from the server, again and again. */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final AtomicLong cutAfter = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong dieAfter = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger connections = new AtomicInteger();

    public CuttingProxy(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.get();
    }

    /** Each connection ends after so many bytes. */
    public void cutAfter(long bytes) {
        cutAfter.set(bytes);
    }

    /** After so many bytes, of all connections together, nothing passes any more. */
    public void dieAfter(long bytes) {
        dieAfter.set(bytes);
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server)) {
            Thread.ofVirtual().start(() -> carry(client, there));
            InputStream in = there.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] some = new byte[512];
            long passed = 0;
            int count = in.read(some);
            while (count >= 0 && passed < cutAfter.get() && dieAfter.addAndGet(-count) > 0) {
                out.write(some, 0, count);
                passed += count;
                count = in.read(some);
            }
        } catch (IOException hungUp) {
            // Either side may.
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException hungUp) {
            // Either side may.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
