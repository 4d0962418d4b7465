package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.SearchIndex;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Registers;

/**
 * Checks the index: its files by their checksums, its items against the catalogue's, one by one. Being behind is no fault:
 * what was registered, collected again or destroyed after the revision it has is not asked for.
 */
final class IndexCheck {
    private static final int PORTION = 1000;

    private final Registers registers;
    private final SearchIndex index;
    private final Faults faults;
    private final List<String> missing = new ArrayList<>();
    private final List<String> extra = new ArrayList<>();
    private @Nullable ItemId last;

    IndexCheck(Registers registers, SearchIndex index, Faults faults) {
        this.registers = registers;
        this.index = index;
        this.faults = faults;
    }

    /** Gives how many of the catalogue's revisions the index has not seen. */
    long run() {
        List<String> damage = index.damage();
        damage.forEach(this::fault);
        long through = index.through();
        long latest = registers.revision();
        if (through > latest) {
            fault("has seen revision " + through + ", the catalogue is at " + latest);
        }
        // A damaged file is not read further: to read it mapped into memory may take the process down.
        if (damage.isEmpty()) {
            items(through);
        }
        return Math.max(0, latest - through);
    }

    private void items(long through) {
        try (Stream<ItemId> registered = registered(registers);
                Stream<ItemId> indexed = index.items()) {
            Parting.of(
                    registered.iterator(),
                    indexed.peek(this::twice).iterator(),
                    item -> missing(item, through),
                    item -> extra(item, through));
        }
        settleMissing(through);
        settleExtra(through);
    }

    /** An id that can't be one is a fault of its row, and named with the row. */
    static Stream<ItemId> registered(Registers registers) {
        return registers.ids().filter(id -> id.matches("[0-9a-f]{24}")).map(ItemId::new);
    }

    private void twice(ItemId item) {
        if (item.equals(last)) {
            fault("has the item " + item + " twice");
        }
        last = item;
    }

    private void missing(ItemId item, long through) {
        missing.add(item.value());
        if (missing.size() == PORTION) {
            settleMissing(through);
        }
    }

    private void settleMissing(long through) {
        registers.unchangedSince(through, missing).stream()
                .sorted()
                .forEach(item -> fault("does not have the item " + item));
        missing.clear();
    }

    private void extra(ItemId item, long through) {
        extra.add(item.value());
        if (extra.size() == PORTION) {
            settleExtra(through);
        }
    }

    private void settleExtra(long through) {
        Set<String> known = new HashSet<>(registers.known(extra));
        registers.tombstones(extra).forEach((item, stones) -> {
            if (stones.getLast().revision() > through) {
                known.add(item);
            }
        });
        extra.stream()
                .filter(item -> !known.contains(item))
                .forEach(item -> fault("has the item " + item + ", the catalogue has not"));
        extra.clear();
    }

    private void fault(String what) {
        faults.add("index", what + "; " + Remedy.REINDEX);
    }
}
