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
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.IndexFeed;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Registers a load and counts it in the job's transaction; hands it to the index when that is committed. */
final class Recorder implements ItemWriter<Load> {
    private final Rooms rooms;
    private final Run run;
    private final IngestRequest request;
    private final ItemSource source;
    private final IndexFeed feed;
    private final Budget budget;
    private final Pace pace;
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
            IndexFeed feed,
            Budget budget,
            Pace pace,
            Progress progress,
            Expected expected) {
        this.rooms = rooms;
        this.run = run;
        this.request = request;
        this.source = source;
        this.feed = feed;
        this.budget = budget;
        this.pace = pace;
        this.progress = progress;
        this.expected = expected;
        this.classes = new LoadClasses(rooms);
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
        Arrived arrived = Arrived.of(load, request, now, run.id());
        List<Arrival> arrivals = arrived.arrivals();
        load.entries().forEach(entry -> {
            if (entry instanceof Prepared.Contained contained) {
                contained(contained, now);
            }
        });
        classes.begin();
        Instant turn = rooms.clock().instant();
        Recorded recorded = rooms.items().record(arrivals);
        refuseDestroyedMeanwhile(arrivals, recorded);
        contain(arrived.messages());
        classes.record(arrived.messages(), recorded);
        holdListing.list(arrivals, recorded, now);
        source.registered(arrived.messages().stream().map(Prepared.Ready::raw).toList());
        Tally tally = arrived.tally(recorded);
        rooms.runs().reject(run, arrived.rejections(), now);
        rooms.runs().add(run.id(), tally, Duration.between(since, now));
        since = now;
        afterCommit(() -> {
            pace.took(
                    load.entries().size(), Duration.between(turn, rooms.clock().instant()));
            soFar = soFar.plus(tally);
            source.committed(load.end());
            feed.follow(arrivals, recorded, () -> budget.giveBack(load.weight()));
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
