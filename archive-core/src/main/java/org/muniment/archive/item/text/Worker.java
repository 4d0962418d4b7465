package org.muniment.archive.item.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The process that runs the parsers: one request after another on standard input, each answered on standard output,
 * until its parent closes the pipe. What goes wrong in here ends at most this process. Frames: {@link Frames}.
 */
final class Worker {
    private Worker() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        TikaText parsers = new TikaText();
        out.writeByte(Frames.READY);
        out.flush();
        while (true) {
            Frames.Request request;
            try {
                request = Frames.readRequest(in);
            } catch (EOFException e) {
                return;
            }
            CountDownLatch done = haltAfter(request.milliseconds());
            if (request.type().equals(Frames.MESSAGE)) {
                new OutlookWork(request).answer(out);
            } else {
                Frames.write(out, parsers.read(new ByteArrayInputStream(request.content()), request));
            }
            done.countDown();
        }
    }

    /** The parent kills a worker that takes too long; this is for the worker whose parent has died meanwhile. */
    private static CountDownLatch haltAfter(long milliseconds) {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                if (!done.await(milliseconds + 5_000, TimeUnit.MILLISECONDS)) {
                    Runtime.getRuntime().halt(4);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return done;
    }
}
