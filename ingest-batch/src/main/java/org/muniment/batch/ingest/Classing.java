package org.muniment.batch.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Reading;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.archive.schedule.FooterLearner;
import org.muniment.archive.schedule.Footers;
import org.muniment.batch.Rooms;

/** Classifies messages while they are prepared, and learns the footers that stand under them. Safe for many threads. */
final class Classing {
    private static final long FRESH_NANOS = 50_000_000;

    private final Rooms rooms;
    private final IngestRequest request;
    private final FooterLearner learner;
    private final Queue<Footers.Footer> found = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Answer latest;

    /**
     * What the catalogue said last.
     *
     * @param nanos when, by {@link System#nanoTime()}
     */
    private record Answer(long nanos, Optional<Evaluation> evaluation) {
        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH_NANOS;
        }
    }

    Classing(Rooms rooms, IngestRequest request) {
        this.rooms = rooms;
        this.request = request;
        this.learner = new FooterLearner(rooms.retention().footers().known());
    }

    /**
     * What items are held against now, or a moment ago: then they are behind when they are registered, and classified again
     * at the end of the run. Empty when the archive has no schedule.
     */
    Optional<Evaluation> now() {
        @Nullable Answer last = latest;
        if (last != null && last.isFresh()) {
            return last.evaluation();
        }
        long begun = System.nanoTime();
        Optional<Evaluation> found = rooms.retention().evaluations().find(rooms.today());
        latest = new Answer(begun, found);
        return found;
    }

    /** What a message is that was read just now. */
    @Nullable
    Classed of(RawItem raw, Reading reading, Optional<Evaluation> now) {
        if (now.isEmpty()) {
            return null;
        }
        found.addAll(learn(reading));
        Evaluation evaluation = now.get();
        return new Classed(
                evaluation.classifyNew(new ItemDocument(reading, collections(raw, reading))), evaluation.number());
    }

    /** Rules ask for the mailbox and the folder; when and by which run it is taken, none can know. */
    private List<Collection> collections(RawItem raw, Reading reading) {
        return request.collections(raw, reading, Instant.EPOCH, "");
    }

    private List<Footers.Footer> learn(Reading reading) {
        String sender = reading.item().people().from().stream()
                .findFirst()
                .map(Address::address)
                .orElse("");
        return learner.observe(sender, reading.text().body());
    }

    /**
     * Registers the footers that were found since the last time, in the caller's transaction. What was read before it ends and
     * has one of them is read again at the end of the run.
     */
    void registerFound() {
        List<Footers.Footer> footers = new ArrayList<>();
        for (Footers.Footer one = found.poll(); one != null; one = found.poll()) {
            footers.add(one);
        }
        rooms.retention().footers().add(footers);
    }
}
