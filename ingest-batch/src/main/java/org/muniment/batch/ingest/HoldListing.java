package org.muniment.batch.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Arrival;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Recorded;
import org.muniment.archive.item.reading.Readings;
import org.muniment.batch.Rooms;

/** Lists what is taken in under the holds that cover it, in the transaction that registers it. */
final class HoldListing {
    private final Rooms rooms;

    HoldListing(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * Lists a load's items. Comes after they are registered: by then this transaction has the ledger, so a hold whose
     * placing is noted there is either seen here or comes into force after these items are, and its look-back finds them.
     */
    void list(List<Arrival> arrivals, Recorded recorded, Instant now) {
        StandingHolds holds = rooms.holds().standing(rooms.holds().day(now));
        if (!holds.isEmpty()) {
            rooms.caught().list(caught(holds, changed(arrivals, recorded)), now);
        }
    }

    private static Map<HoldId, List<ItemId>> caught(StandingHolds holds, List<ItemDocument> documents) {
        Map<ItemId, Set<HoldId>> found = documents.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        document -> document.reading().item().id(), holds::catching));
        Map<HoldId, List<ItemId>> caught = new LinkedHashMap<>();
        new TreeMap<>(found)
                .forEach((item, by) -> by.forEach(hold ->
                        caught.computeIfAbsent(hold, any -> new ArrayList<>()).add(item)));
        return caught;
    }

    /** Items that are new, and those taken from a further place: with all their collections, and the dates they had first. */
    private List<ItemDocument> changed(List<Arrival> arrivals, Recorded recorded) {
        Map<ItemId, Reading> readings = new LinkedHashMap<>();
        List<ItemId> again = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Reading reading = arrivals.get(i).reading();
            switch (recorded.outcomes().get(i)) {
                case STORED -> readings.putIfAbsent(reading.item().id(), reading);
                case COLLECTED_AGAIN -> {
                    if (readings.putIfAbsent(reading.item().id(), reading) == null) {
                        again.add(reading.item().id());
                    }
                }
                case KNOWN -> {}
            }
        }
        rooms.items()
                .find(again)
                .forEach(row -> readings.computeIfPresent(
                        row.item().id(),
                        (item, reading) ->
                                Readings.withDates(reading, row.item().dates())));
        Map<ItemId, List<Collection>> collections = collections(arrivals, again);
        return readings.values().stream()
                .map(reading -> new ItemDocument(
                        reading, collections.getOrDefault(reading.item().id(), List.of())))
                .toList();
    }

    /** The register tells of what is committed, this load of the rest. */
    private Map<ItemId, List<Collection>> collections(List<Arrival> arrivals, List<ItemId> again) {
        Map<ItemId, List<Collection>> collections = arrivals.stream()
                .map(Arrival::collection)
                .collect(Collectors.groupingBy(Collection::item, Collectors.toList()));
        rooms.items()
                .collections(again)
                .forEach((item, known) -> collections
                        .computeIfAbsent(item, any -> new ArrayList<>())
                        .addAll(known));
        return collections;
    }
}
