package org.muniment.batch.classify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Classifications;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.archive.schedule.Evaluations;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.batch.Rooms;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Reads again what changes can touch, side by side, and writes what it is now; of all else of a page nothing is written. */
final class Renewals implements ItemProcessor<List<Evaluations.Behind>, Renewals.Page>, ItemWriter<Renewals.Page> {
    private final Rooms rooms;
    private final Classifications register;
    private final StoredItems stored;
    private final Evaluations.Mark mark;
    private final Evaluation evaluation;
    private final Touched touched;
    private final LongConsumer progress;
    private final AtomicLong unread = new AtomicLong();
    private Classify.Outcome outcome = Classify.Outcome.NOTHING;

    /**
     * @param looked how many items it has
     * @param read those that were read again
     * @param moved how many of those read are now in another class or series, or were in none
     */
    record Page(long looked, List<Classifications.Renewal> read, long moved) {}

    Renewals(Rooms rooms, LongConsumer progress) {
        this.rooms = rooms;
        this.register = rooms.retention().classifications();
        this.stored = rooms.stored();
        this.mark = rooms.retention().evaluations().mark();
        this.evaluation = rooms.retention().evaluations().current(rooms.today());
        this.touched = new Touched(rooms.retention(), rooms.index());
        this.progress = progress;
    }

    Evaluations.Mark mark() {
        return mark;
    }

    Classify.Outcome outcome() {
        return outcome;
    }

    @Override
    public Page process(List<Evaluations.Behind> behind) {
        List<ItemId> items = List.copyOf(touched.of(behind));
        Map<ItemId, Classification> before = register.find(items);
        Map<ItemId, List<Collection>> collections = rooms.items().collections(items);
        List<Classifications.Renewal> read = rooms.items().find(items).parallelStream()
                .map(row -> renewal(
                        row,
                        collections.getOrDefault(row.item().id(), List.of()),
                        before.get(row.item().id())))
                .toList();
        long moved = read.stream()
                .filter(one -> isMoved(before.get(one.item()), one.classification()))
                .count();
        return new Page(behind.size(), read, moved);
    }

    private Classifications.Renewal renewal(
            RegisteredItem row, List<Collection> collections, @Nullable Classification before) {
        return new Classifications.Renewal(
                row.item().id(),
                row.revision(),
                classify(row, collections).orElseGet(() -> kept(row, collections, before)));
    }

    /** What can't be proved to be what was collected says nothing of what it is. */
    private Optional<Classification> classify(RegisteredItem row, List<Collection> collections) {
        try {
            return Optional.of(evaluation.classify(new ItemDocument(stored.read(row), collections)));
        } catch (ObjectMissing | ObjectCorrupt damage) {
            unread.incrementAndGet();
            return Optional.empty();
        }
    }

    private Classification kept(RegisteredItem row, List<Collection> collections, @Nullable Classification before) {
        return before != null
                ? before
                : evaluation.classify(new ItemDocument(stored.readWhatIsThere(row), collections));
    }

    private static boolean isMoved(@Nullable Classification before, Classification now) {
        return before == null
                || before.recordClass() != now.recordClass()
                || !before.series().equals(now.series());
    }

    @Override
    public void write(Chunk<? extends Page> pages) {
        rooms.retention().evaluations().lock();
        for (Page page : pages) {
            register.renew(page.read(), evaluation.number());
            outcome = outcome.plus(
                    new Classify.Outcome(page.looked(), page.read().size(), page.moved(), unread.getAndSet(0), 0));
            progress.accept(outcome.looked());
        }
    }
}
