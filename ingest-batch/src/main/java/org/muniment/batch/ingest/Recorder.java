package org.muniment.batch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Recorded;
import org.muniment.archive.item.Rejection;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.archive.item.Unreadable;
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
    private final Progress progress;
    private final Expected expected;
    private final LoadClasses classes;
    private final HoldListing holdListing;
    private Tally soFar;
    private Instant since;

    Recorder(
            Rooms rooms,
            Run run,
            IngestRequest request,
            ItemSource source,
            IndexFeed feed,
            Budget budget,
            Progress progress,
            Expected expected) {
        this.rooms = rooms;
        this.run = run;
        this.request = request;
        this.source = source;
        this.feed = feed;
        this.budget = budget;
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
        List<Prepared.Ready> messages = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Prepared entry : load.entries()) {
            switch (entry) {
                case Prepared.Ready ready -> messages.add(ready);
                case Prepared.Refused refused ->
                    rejections.add(new Rejection(
                            refused.rejected().place(), refused.rejected().reason()));
            }
        }
        List<Arrival> arrivals =
                messages.stream().map(ready -> arrival(ready, now)).toList();
        classes.begin();
        Recorded recorded = rooms.items().record(arrivals);
        refuseDestroyedMeanwhile(arrivals, recorded);
        classes.record(messages, recorded);
        holdListing.list(arrivals, recorded, now);
        source.registered(messages.stream().map(Prepared.Ready::raw).toList());
        Tally tally = tally(arrivals, recorded, rejections.size());
        rooms.runs().reject(run, rejections, now);
        rooms.runs().add(run.id(), tally, Duration.between(since, now));
        since = now;
        afterCommit(() -> {
            soFar = soFar.plus(tally);
            feed.follow(arrivals, recorded, () -> budget.giveBack(load.weight()));
            progress.advanced(soFar, expected.bytes());
        });
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

    private Arrival arrival(Prepared.Ready ready, Instant now) {
        RawItem raw = ready.raw();
        return new Arrival(
                ready.reading(),
                new Collection(
                        ready.reading().item().id(),
                        request.custodianOf(raw),
                        request.source().name(),
                        raw.place(),
                        request.folderOf(raw),
                        raw.flags(),
                        now,
                        run.id()));
    }

    private static Tally tally(List<Arrival> arrivals, Recorded recorded, int rejected) {
        long stored = 0;
        long duplicates = 0;
        long unreadable = 0;
        long bytes = 0;
        for (int i = 0; i < arrivals.size(); i++) {
            bytes += arrivals.get(i).reading().item().size();
            switch (recorded.outcomes().get(i)) {
                case COLLECTED_AGAIN, KNOWN -> duplicates++;
                case STORED -> {
                    if (arrivals.get(i).reading() instanceof Unreadable) {
                        unreadable++;
                    } else {
                        stored++;
                    }
                }
            }
        }
        return new Tally(arrivals.size() + rejected, stored, duplicates, unreadable, rejected, bytes);
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
