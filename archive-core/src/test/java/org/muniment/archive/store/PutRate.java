package org.muniment.archive.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

/**
 * Measures puts a second of 10 KB objects, at 1, 8 and 64 in flight: {@code PutRate FOLDER [s3://…]}. The bare figure is
 * file, fsync and rename without anything else.
 */
final class PutRate {
    private static final long SECONDS = 4;

    private PutRate() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(
                Path.of(arguments[0]).resolve(UUID.randomUUID().toString()));
        if (arguments.length > 1) {
            Map<String, String> environment = System.getenv();
            try (Catalogue catalogue = Catalogues.sqlite(folder);
                    S3ObjectStore store = S3ObjectStore.open(
                            S3Settings.parse(arguments[1], environment),
                            S3Fixture.versions(catalogue),
                            folder,
                            Clock.systemUTC())) {
                measure("S3", bytes -> store.put(new ByteArrayInputStream(bytes)));
            }
            return;
        }
        Path bare = Files.createDirectories(folder.resolve("bare"));
        AtomicInteger number = new AtomicInteger();
        for (int round = 0; round < 2; round++) {
            try (FileObjectStore store = new FileObjectStore(folder)) {
                measure("files", bytes -> store.put(new ByteArrayInputStream(bytes)));
            }
            measure("bare", bytes -> write(bare.resolve("f" + number.incrementAndGet()), bytes));
        }
    }

    private static void write(Path file, byte[] bytes) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(false);
            Files.move(temporary, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void measure(String name, Consumer<byte[]> put) throws InterruptedException {
        for (int threads : new int[] {1, 8, 64}) {
            AtomicInteger puts = new AtomicInteger();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int thread = 0; thread < threads; thread++) {
                    writers.execute(() -> {
                        byte[] bytes = ObjectStoreContract.bytes(10_240);
                        while (System.nanoTime() < end) {
                            UUID unique = UUID.randomUUID();
                            ByteBuffer.wrap(bytes)
                                    .putLong(unique.getMostSignificantBits())
                                    .putLong(unique.getLeastSignificantBits());
                            put.accept(bytes);
                            puts.incrementAndGet();
                        }
                    });
                }
            }
            System.out.printf("%s c=%d %d puts/s%n", name, threads, puts.get() / SECONDS);
        }
    }
}
