package org.muniment.batch.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.muniment.archive.item.Reading;
import org.muniment.archive.store.Digest;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.Readings;

/**
 * Prepares entries ahead of the transaction: each is stored and then read on a virtual thread of its own, many at a time.
 * A store mostly waits, and while one entry waits others are read, on as many processors as there are.
 */
final class Preparation implements AutoCloseable {
    private static final int AT_ONCE = 64;

    private final Rooms rooms;
    private final Readings readings;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Preparation(Rooms rooms) {
        this.rooms = rooms;
        this.readings = new Readings(rooms.reader());
    }

    /** Waits while too many are under way. */
    CompletableFuture<Prepared> prepare(Entry entry) throws InterruptedException {
        return switch (entry) {
            case Rejected rejected -> CompletableFuture.completedFuture(new Prepared.Refused(rejected));
            case RawItem raw -> prepare(raw);
        };
    }

    private CompletableFuture<Prepared> prepare(RawItem raw) throws InterruptedException {
        turns.acquire();
        return CompletableFuture.supplyAsync(() -> ready(raw), threads).whenComplete((prepared, failure) -> {
            turns.release();
            raw.bytes().close();
        });
    }

    private Prepared ready(RawItem raw) {
        Reading read = readings.read(store(raw), raw.bytes(), raw.receipt());
        return new Prepared.Ready(raw, read);
    }

    private Digest store(RawItem raw) {
        try (InputStream bytes = raw.bytes().open()) {
            return rooms.store().put(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
