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
    private CrashingWriter() {}

    public static void main(String[] arguments) {
        FileObjectStore store = new FileObjectStore(Path.of(arguments[0]));
        int round = Integer.parseInt(arguments[1]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 8; thread++) {
                Random random = new Random(round * 8L + thread);
                threads.execute(() -> putForever(store, random, out));
            }
        }
    }

    private static void putForever(FileObjectStore store, Random random, PrintStream out) {
        while (true) {
            byte[] bytes = new byte[1 + random.nextInt(40_000)];
            random.nextBytes(bytes);
            Digest digest = store.put(new ByteArrayInputStream(bytes));
            out.println(digest);
        }
    }
}
