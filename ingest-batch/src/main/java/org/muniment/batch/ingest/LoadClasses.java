package org.muniment.batch.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Recorded;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.archive.schedule.Retention;
import org.muniment.batch.Rooms;

/** Registers what the messages of a load are, in the transaction that registers the messages. */
final class LoadClasses {
    private final Rooms rooms;
    private final Classing classing;
    private final Retention retention;

    LoadClasses(Rooms rooms, Classing classing) {
        this.rooms = rooms;
        this.classing = classing;
        this.retention = rooms.retention();
    }

    /** Before the items are registered, since whoever writes classifications takes turns first of all. */
    void begin() {
        retention.evaluations().lock();
        classing.registerFound();
    }

    void record(List<Prepared.Ready> messages, Recorded recorded) {
        Map<Long, Map<ItemId, Classification>> stored = new TreeMap<>();
        Set<ItemId> again = new HashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            ItemId item = messages.get(i).reading().item().id();
            Classed classed = messages.get(i).classed();
            switch (recorded.outcomes().get(i)) {
                case STORED -> {
                    if (classed != null) {
                        stored.computeIfAbsent(classed.evaluation(), any -> new HashMap<>())
                                .put(item, classed.classification());
                    }
                }
                case COLLECTED_AGAIN -> {
                    // The further custodians of a message were looked at when it was classified.
                    if (i == 0 || messages.get(i) != messages.get(i - 1)) {
                        again.add(item);
                    }
                }
                case KNOWN -> {}
            }
        }
        stored.forEach((evaluation, items) -> retention.classifications().record(items, evaluation));
        unsettle(again);
    }

    /** In another person's mailbox an item may be something else, where rules ask for the mailbox. */
    private void unsettle(Set<ItemId> again) {
        if (!again.isEmpty()
                && retention
                        .evaluations()
                        .find(rooms.today())
                        .filter(Evaluation::looksAtCollections)
                        .isPresent()) {
            retention.classifications().unsettle(again);
        }
    }
}
