package org.muniment.batch.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.muniment.archive.item.Container;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.Readings;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.archive.store.Digest;
import org.muniment.batch.RightOfWay;
import org.muniment.batch.Rooms;

/**
 * Prepares entries ahead of the transaction, a slice at a time: each is stored, read and classified. As many slices are
 * under way as the store takes puts at once, since a distant store mostly waits. The objects of a load are then synced
 * to disk together, also ahead: a transaction finds them there.
 */
final class Preparation implements AutoCloseable {
    private final Rooms rooms;
    private final Readings readings;
    private final Classing classing;
    private final RightOfWay way;
    private final ExecutorService threads;
    private final ExecutorService syncing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sync").daemon().factory());

    /** @param way that is left free between two entries */
    Preparation(Rooms rooms, Classing classing, RightOfWay way) {
        this.rooms = rooms;
        this.classing = classing;
        this.way = way;
        this.readings = new Readings(rooms.reader());
        this.threads = Executors.newFixedThreadPool(
                rooms.store().putsAtOnce(),
                Thread.ofPlatform().name("prepare-", 0).daemon().factory());
    }

    /** Prepares a slice in its order; closes the bytes of each entry. */
    CompletableFuture<List<Prepared>> prepare(List<Entry> slice) {
        return CompletableFuture.supplyAsync(() -> prepared(slice), threads);
    }

    /** What slices come to when all of them are prepared and their objects will last. */
    CompletableFuture<List<Prepared>> lasting(List<CompletableFuture<List<Prepared>>> slices) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<Prepared> prepared = slices.stream()
                            .flatMap(slice -> slice.join().stream())
                            .toList();
                    rooms.store().sync();
                    return prepared;
                },
                syncing);
    }

    private List<Prepared> prepared(List<Entry> slice) {
        List<Prepared> prepared = new ArrayList<>(slice.size());
        Optional<Evaluation> now = classing.now();
        for (Entry entry : slice) {
            way.pass();
            prepared.add(
                    switch (entry) {
                        case Rejected rejected -> new Prepared.Refused(rejected);
                        case RawContainer container ->
                            new Prepared.Contained(
                                    container, new ContainerStoring(rooms.store(), Container.PART).store(container));
                        case RawItem raw -> ready(raw, now);
                    });
        }
        return prepared;
    }

    private Prepared ready(RawItem raw, Optional<Evaluation> now) {
        try {
            Reading read = readings.read(store(raw), raw.bytes(), raw.receipt());
            return new Prepared.Ready(raw, read, classing.of(raw, read, now));
        } finally {
            raw.bytes().close();
        }
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
        syncing.shutdownNow();
    }
}
