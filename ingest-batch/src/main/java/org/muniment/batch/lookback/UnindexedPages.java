package org.muniment.batch.lookback;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.Reach;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.batch.Rooms;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** What a hold covers of a stretch of the catalogue's revisions: from the rows, and where words decide from the objects. */
final class UnindexedPages implements ItemStreamReader<List<ItemId>> {
    private static final String AFTER = "after";
    private static final int PAGE = 200;

    private final Rooms rooms;
    private final StandingHolds hold;
    private final StoredItems stored;
    private final long upTo;
    private long after;

    UnindexedPages(Rooms rooms, HoldId hold, long after, long upTo) {
        this.rooms = rooms;
        this.hold = rooms.holds().alone(hold);
        this.stored = new StoredItems(rooms.store(), rooms.reader(), rooms.spool());
        this.after = after;
        this.upTo = upTo;
    }

    @Override
    public void open(ExecutionContext context) {
        after = context.getLong(AFTER, after);
    }

    @Override
    public @Nullable List<ItemId> read() {
        List<RegisteredItem> page = rooms.items().changesAfter(after, PAGE).stream()
                .takeWhile(row -> row.revision() <= upTo)
                .toList();
        if (page.isEmpty()) {
            return null;
        }
        after = page.getLast().revision();
        Map<ItemId, List<Collection>> collections = rooms.items()
                .collections(page.stream().map(row -> row.item().id()).toList());
        return page.parallelStream()
                .filter(row -> covers(row, collections.getOrDefault(row.item().id(), List.of())))
                .map(row -> row.item().id())
                .toList();
    }

    private boolean covers(RegisteredItem row, List<Collection> collections) {
        return switch (hold.reach(row, collections)) {
            case Reach.Held held -> true;
            case Reach.Free free -> false;
            case Reach.NeedsWords needsWords ->
                !hold.holding(new ItemDocument(stored.readWhatIsThere(row), collections))
                        .isEmpty();
        };
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(AFTER, after);
    }
}
