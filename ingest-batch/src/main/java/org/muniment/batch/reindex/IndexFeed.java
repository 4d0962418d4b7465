package org.muniment.batch.reindex;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Recorded;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.Readings;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.batch.RightOfWay;
import org.muniment.batch.Rooms;

/**
 * Keeps the index behind the catalogue: what was just registered, from memory; everything else, also what another
 * process registered in between, from catalogue and objects; what was destroyed is taken out. One thread takes portions in the order of their revisions
 * and has each indexed by as many threads as there are processors; a commit follows every fifteen seconds.
 */
public final class IndexFeed implements AutoCloseable {
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(15);
    private static final int PAGE = 200;
    private static final int SLICE = 25;

    private final Rooms rooms;
    private final RightOfWay way;
    private final StoredItems stored;
    private final IntConsumer reread;
    private final ExecutorService order = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("index-feed").daemon().factory());
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("index-", 0).daemon().factory());
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    // Only the one thread of "order" touches these.
    private long through;
    private long committed;
    private Instant lastCommit;

    /** @param way that is left free between two items */
    public IndexFeed(Rooms rooms, RightOfWay way) {
        this(rooms, way, items -> {});
    }

    /** @param reread is told, on a thread of its own, how many items each portion had that was read again */
    IndexFeed(Rooms rooms, RightOfWay way, IntConsumer reread) {
        this.rooms = rooms;
        this.way = way;
        this.reread = reread;
        this.stored = new StoredItems(rooms.store(), rooms.reader(), rooms.spool());
        this.through = rooms.index().through();
        this.committed = through;
        this.lastCommit = rooms.clock().instant();
    }

    /** Indexes everything the catalogue has and the index has not, and commits; returns when that is done. */
    public void catchUp() {
        submit(() -> {
            rereadUpTo(Long.MAX_VALUE);
            commit();
        });
        await();
    }

    /**
     * Indexes what was just registered, in the background. Call it in the order of the transactions.
     *
     * @param done is run when that has happened, or will not happen any more
     * @throws IllegalStateException when indexing failed earlier; the catalogue has everything, so catching up helps
     */
    public void follow(List<Arrival> arrivals, Recorded recorded, Runnable done) {
        order.execute(() -> {
            try {
                guarded(() -> take(arrivals, recorded));
            } finally {
                done.run();
            }
        });
        check();
    }

    /** Waits until all that was handed over is in the index and committed. */
    public void finish() {
        submit(this::commit);
        await();
    }

    private void submit(Runnable step) {
        order.execute(() -> guarded(step));
    }

    private void guarded(Runnable step) {
        try {
            if (failure.get() == null) {
                step.run();
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private void await() {
        CompletableFuture.runAsync(() -> {}, order).join();
        check();
    }

    private void check() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException(
                    "The search index cannot be written. Nothing is lost: start again to catch up, or run: muniment"
                            + " reindex",
                    cause);
        }
    }

    private void take(List<Arrival> arrivals, Recorded recorded) {
        rereadUpTo(recorded.before());
        Map<ItemId, Reading> changed = new LinkedHashMap<>();
        List<ItemId> known = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Reading reading = arrivals.get(i).reading();
            ItemId id = reading.item().id();
            switch (recorded.outcomes().get(i)) {
                case STORED -> changed.putIfAbsent(id, reading);
                case COLLECTED_AGAIN -> {
                    if (changed.putIfAbsent(id, reading) == null) {
                        known.add(id);
                    }
                }
                case KNOWN -> {}
            }
        }
        for (RegisteredItem row : rooms.items().find(known)) {
            Dates dates = row.item().dates();
            changed.computeIfPresent(row.item().id(), (id, reading) -> Readings.withDates(reading, dates));
        }
        put(
                List.copyOf(changed.values()),
                Function.identity(),
                reading -> reading.item().id(),
                collections(arrivals, known));
        through = recorded.revision();
        commitIfDue();
    }

    private void rereadUpTo(long revision) {
        while (through < revision) {
            Portion portion = Portion.after(through, revision, PAGE, rooms.items());
            if (portion.isEmpty() && portion.through() == through) {
                return;
            }
            if (!portion.destroyed().isEmpty()) {
                rooms.index().remove(portion.destroyed());
            }
            List<RegisteredItem> items = portion.items();
            List<ItemId> ids = items.stream().map(row -> row.item().id()).toList();
            put(
                    items,
                    stored::readWhatIsThere,
                    row -> row.item().id(),
                    rooms.items().collections(ids));
            through = portion.through();
            reread.accept(items.size());
            commitIfDue();
        }
    }

    /** Items that were new have no collections but those just registered; the others are looked up. */
    private Map<ItemId, List<Collection>> collections(List<Arrival> arrivals, List<ItemId> known) {
        Map<ItemId, List<Collection>> collections = arrivals.stream()
                .map(Arrival::collection)
                .collect(Collectors.groupingBy(Collection::item, Collectors.toList()));
        collections.putAll(rooms.items().collections(known));
        return collections;
    }

    /** Reads where needed, and indexes, in slices side by side. */
    private <T> void put(
            List<T> all, Function<T, Reading> read, Function<T, ItemId> id, Map<ItemId, List<Collection>> collections) {
        List<CompletableFuture<Void>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SLICE) {
            List<T> slice = all.subList(from, Math.min(all.size(), from + SLICE));
            slices.add(CompletableFuture.runAsync(
                    () -> rooms.index()
                            .put(slice.stream()
                                    .peek(one -> way.pass())
                                    .map(one -> new ItemDocument(
                                            read.apply(one), collections.getOrDefault(id.apply(one), List.of())))
                                    .toList()),
                    workers));
        }
        try {
            CompletableFuture.allOf(slices.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void commitIfDue() {
        if (lastCommit.plus(BETWEEN_COMMITS).isBefore(rooms.clock().instant())) {
            commit();
        }
    }

    private void commit() {
        if (through != committed) {
            rooms.index().commit(through);
            committed = through;
        }
        lastCommit = rooms.clock().instant();
    }

    @Override
    public void close() {
        order.shutdownNow();
        workers.shutdownNow();
    }
}
