package org.muniment.archive.store;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts objects from eight threads, printing the digest of each when it is acknowledged, until it is killed. */
final class CrashingWriter {
    static final int THREADS = 8;

    private CrashingWriter() {}

    public static void main(String[] arguments) {
        FileObjectStore store = new FileObjectStore(Path.of(arguments[0]));
        int round = Integer.parseInt(arguments[1]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = objects(round, thread);
                threads.execute(() -> putForever(store, random, out));
            }
        }
    }

    /** What a thread puts in a round, the same each time. */
    static Random objects(int round, int thread) {
        return new Random((long) round * THREADS + thread);
    }

    static byte[] next(Random objects) {
        byte[] bytes = new byte[1 + objects.nextInt(40_000)];
        objects.nextBytes(bytes);
        return bytes;
    }

    private static void putForever(FileObjectStore store, Random random, PrintStream out) {
        while (true) {
            Digest digest = store.put(new ByteArrayInputStream(next(random)));
            out.println(digest);
        }
    }
}
