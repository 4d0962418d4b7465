package org.muniment.archive.hold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.StandingQueries;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQuery;

/**
 * The holds that bind on a day, as items are held against them: whether by any of them is all that counts for destruction.
 * Unknown counts as covered. Immutable and safe for many threads.
 */
public final class StandingHolds {
    private final long epoch;
    private final List<LegalHold> holds;
    private final StandingQueries<HoldId> queries;
    private final Map<String, List<Tested>> byCustodian = new HashMap<>();
    private final List<Tested> ofAnyone = new ArrayList<>();

    private record Tested(HoldId hold, RowTest test) {}

    StandingHolds(long epoch, List<PlacedHold> binding) {
        this.epoch = epoch;
        this.holds = binding.stream().map(PlacedHold::hold).toList();
        Map<HoldId, ItemQuery> relaxed = new LinkedHashMap<>();
        for (PlacedHold placed : binding) {
            relaxed.put(placed.hold().id(), placed.relaxed());
            sort(placed);
        }
        this.queries = new StandingQueries<>(relaxed);
    }

    /** A hold on whole addresses needs no look at items of other custodians. */
    private void sort(PlacedHold placed) {
        Tested tested = new Tested(placed.hold().id(), RowTest.of(placed.relaxed()));
        Set<Custodian> custodians = placed.hold().scope().custodians();
        if (custodians.isEmpty()
                || !custodians.stream().allMatch(one -> one.address().indexOf('@') > 0)) {
            ofAnyone.add(tested);
            return;
        }
        custodians.forEach(one -> byCustodian
                .computeIfAbsent(one.address(), any -> new ArrayList<>())
                .add(tested));
    }

    /** The epoch they were read at: while {@link Holds#epoch()} is the same, nothing else is held. */
    public long epoch() {
        return epoch;
    }

    /** Whether no hold binds. */
    public boolean isEmpty() {
        return holds.isEmpty();
    }

    /** The holds, oldest first. */
    public List<LegalHold> holds() {
        return holds;
    }

    /** What the item's row and all its collections tell alone; see {@link Reach}. */
    public Reach reach(RegisteredItem item, List<Collection> collections) {
        return reach(item.item(), collections);
    }

    /**
     * What the item and all its collections tell without its words; see {@link Reach}.
     *
     * @throws IllegalArgumentException without collections: whose mail it is decides
     */
    public Reach reach(Item item, List<Collection> collections) {
        Told told = told(item, collections);
        if (!told.held().isEmpty()) {
            return new Reach.Held(told.held());
        }
        return told.open() ? new Reach.NeedsWords() : new Reach.Free();
    }

    /** What the row tells: who holds the item for sure, and whether others may. */
    private record Told(Set<HoldId> held, boolean open) {}

    private Told told(Item item, List<Collection> collections) {
        RowFacts row = RowFacts.of(item, collections);
        Set<HoldId> held = new LinkedHashSet<>();
        boolean[] open = {false};
        Consumer<Tested> ask = tested -> {
            switch (tested.test().on(row)) {
                case YES -> held.add(tested.hold());
                case UNKNOWN -> open[0] = true;
                case NO -> {}
            }
        };
        row.custodians().forEach(one -> byCustodian.getOrDefault(one, List.of()).forEach(ask));
        ofAnyone.forEach(ask);
        return new Told(held, open[0]);
    }

    /**
     * All holds that cover the item, exactly: by the same matching as the search index, on what the object says and with
     * all its collections. Takes about a millisecond. This is the answer destruction goes by.
     */
    public Set<HoldId> holding(ItemDocument document) {
        return isEmpty() ? Set.of() : queries.matching(document);
    }

    /** The same, for lists of many items: asks for the words only where the row leaves something open. */
    public Set<HoldId> catching(ItemDocument document) {
        Told told = told(document.reading().item(), document.collections());
        return told.open() ? holding(document) : told.held();
    }
}
