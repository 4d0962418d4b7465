package org.muniment.batch.ingest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.muniment.archive.item.Reading;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.Readings;

/**
 * Prepares entries ahead of the transaction: objects are stored on virtual threads, since a store mostly waits, and read
 * on as many threads as there are processors.
 */
final class Preparation implements AutoCloseable {
    private static final int PUTS = 64;

    private final Rooms rooms;
    private final Readings readings;
    private final Semaphore puts = new Semaphore(PUTS);
    private final ExecutorService storing = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService reading = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("reading-", 0).daemon().factory());

    Preparation(Rooms rooms) {
        this.rooms = rooms;
        this.readings = new Readings(rooms.reader());
    }

    CompletableFuture<Prepared> prepare(Entry entry) {
        return switch (entry) {
            case Rejected rejected -> CompletableFuture.completedFuture(new Prepared.Refused(rejected));
            case RawItem raw ->
                CompletableFuture.supplyAsync(() -> store(raw), storing)
                        .thenApplyAsync(digest -> read(raw, digest), reading)
                        .whenComplete((prepared, failure) -> raw.bytes().close());
        };
    }

    private Digest store(RawItem raw) {
        puts.acquireUninterruptibly();
        try (var bytes = raw.bytes().open()) {
            return rooms.store().put(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            puts.release();
        }
    }

    private Prepared read(RawItem raw, Digest digest) {
        Reading read = readings.read(digest, raw.bytes(), raw.receipt());
        return new Prepared.Ready(raw, read);
    }

    @Override
    public void close() {
        storing.shutdownNow();
        reading.shutdownNow();
    }
}
