package org.muniment.batch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Recorded;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.archive.store.Digest;
import org.muniment.batch.RightOfWay;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.IndexFeed;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Registers a load and counts it in the job's transaction; hands it to the index when that is committed. One transaction for a
 * whole load costs the least, but whoever places a hold meanwhile, or looks at an item, which is recorded, waits until it
 * ends: so a load is registered in parts, and what is left when somebody waits goes into a transaction of its own. The parts
 * begin small, and while people come again and again no transaction grows long.
 */
final class Recorder implements ItemWriter<Load> {
    private static final int FIRST_PART = 8;
    private static final int LARGEST_PART = 256;
    /** Entries that a transaction has at most, or one part more, while people come again and again. */
    private static final int FEW = 56;

    private final Rooms rooms;
    private final Run run;
    private final IngestRequest request;
    private final ItemSource source;
    private final IndexFeed feed;
    private final Budget budget;
    private final Conveyor conveyor;
    private final RightOfWay way;
    private final Progress progress;
    private final Expected expected;
    private final LoadClasses classes;
    private final HoldListing holdListing;
    /** Their numbers, by digest. */
    private final Map<Digest, Long> containers = new HashMap<>();

    private Tally soFar;
    private Instant since;

    Recorder(
            Rooms rooms,
            Run run,
            IngestRequest request,
            ItemSource source,
            Classing classing,
            IndexFeed feed,
            Budget budget,
            Conveyor conveyor,
            RightOfWay way,
            Progress progress,
            Expected expected) {
        this.rooms = rooms;
        this.run = run;
        this.request = request;
        this.source = source;
        this.feed = feed;
        this.budget = budget;
        this.conveyor = conveyor;
        this.way = way;
        this.progress = progress;
        this.expected = expected;
        this.classes = new LoadClasses(rooms, classing);
        this.holdListing = new HoldListing(rooms);
        this.soFar = run.tally();
        this.since = rooms.clock().instant();
    }

    @Override
    public void write(Chunk<? extends Load> loads) {
        for (Load load : loads) {
            write(load);
        }
    }

    private void write(Load load) {
        Instant now = rooms.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        takeTheWay();
        classes.begin();
        int size = FIRST_PART;
        int done = Math.min(size, load.entries().size());
        Registered registered = register(load.first(done), now);
        Load left = load.after(load.first(done));
        while (!left.isEmpty() && mayGoOn(done)) {
            size = Math.min(2 * size, LARGEST_PART);
            Load part = left.first(size);
            registered = registered.and(register(part, now));
            left = left.after(part);
            done += part.entries().size();
        }
        if (left.isEmpty()) {
            finish(load, registered, now);
        } else {
            conveyor.giveBack(load.first(done), left);
            finish(load.first(done), registered, now);
        }
    }

    private void takeTheWay() {
        way.take();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                way.release();
            }
        });
    }

    /** @param done entries that the transaction has */
    private boolean mayGoOn(int done) {
        if (rooms.catalogue().isAwaited()) {
            way.awaited();
            return false;
        }
        return done < FEW || !way.isAwaited();
    }

    /** What a transaction has registered so far. */
    private record Registered(Arrived arrived, Recorded recorded) {
        Registered and(Registered next) {
            return new Registered(arrived.and(next.arrived), recorded.and(next.recorded));
        }
    }

    private Registered register(Load part, Instant now) {
        Arrived arrived = Arrived.of(part, request, now, run.id());
        part.entries().forEach(entry -> {
            if (entry instanceof Prepared.Contained contained) {
                contained(contained, now);
            }
        });
        Recorded recorded = rooms.items().record(arrived.arrivals());
        refuseDestroyedMeanwhile(arrived.arrivals(), recorded);
        contain(arrived.messages());
        return new Registered(arrived, recorded);
    }

    private void finish(Load load, Registered registered, Instant now) {
        Arrived arrived = registered.arrived();
        Recorded recorded = registered.recorded();
        classes.record(arrived.messages(), recorded);
        holdListing.list(arrived.arrivals(), recorded, now);
        source.registered(arrived.messages().stream().map(Prepared.Ready::raw).toList());
        Tally tally = arrived.tally(recorded);
        rooms.runs().reject(run, arrived.rejections(), now);
        rooms.runs().add(run.id(), tally, Duration.between(since, now));
        since = now;
        afterCommit(() -> {
            soFar = soFar.plus(tally);
            source.committed(load.end());
            feed.follow(arrived.arrivals(), recorded, () -> budget.giveBack(load.weight()));
            progress.advanced(soFar, expected.bytes());
        });
    }

    private void contained(Prepared.Contained contained, Instant now) {
        containers.put(
                contained.original().digest(),
                rooms.containers()
                        .keep(
                                contained.original(),
                                request.source().name(),
                                contained.raw().place(),
                                run.id(),
                                now));
    }

    /** Also items that were known: their bytes are in the container too. */
    private void contain(List<Prepared.Ready> messages) {
        Map<Digest, List<ItemId>> found = new LinkedHashMap<>();
        for (Prepared.Ready ready : messages) {
            Digest container = ready.raw().container();
            if (container != null) {
                found.computeIfAbsent(container, any -> new ArrayList<>())
                        .add(ready.reading().item().id());
            }
        }
        found.forEach((container, items) -> rooms.containers()
                .add(Objects.requireNonNull(containers.get(container), "A container comes before its items"), items));
    }

    /** The same bytes were found in the store, were destroyed there, and are now about to be registered without them. */
    private void refuseDestroyedMeanwhile(List<Arrival> arrivals, Recorded recorded) {
        List<ItemId> stored = IntStream.range(0, arrivals.size())
                .filter(at -> recorded.outcomes().get(at) == Recorded.Outcome.STORED)
                .mapToObj(at -> arrivals.get(at).collection().item())
                .toList();
        rooms.items().tombstones(stored).stream()
                .filter(stone -> !rooms.store().contains(stone.object()))
                .findFirst()
                .ifPresent(stone -> {
                    throw new IllegalStateException(
                            "The item " + stone.item() + " was destroyed while it was collected again");
                });
    }

    private static void afterCommit(Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }
}
