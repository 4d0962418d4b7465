package org.muniment.batch.fixity;

import java.util.List;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;

/** Checks the ledger against the catalogue: whatever was collected is still registered. */
final class CustodyCheck {
    private static final int PAGE = 1000;

    private final Archive archive;
    private final Faults faults;

    CustodyCheck(Archive archive, Faults faults) {
        this.archive = archive;
        this.faults = faults;
    }

    void run() {
        List<Entry> page = archive.ledger().entries(0, PAGE);
        while (!page.isEmpty()) {
            check(page);
            page = archive.ledger().entries(page.getLast().index() + 1, PAGE);
        }
    }

    private void check(List<Entry> page) {
        List<ItemId> collected = page.stream()
                .map(Entry::event)
                .filter(CustodyEvent.Collected.class::isInstance)
                .map(event -> new ItemId(((CustodyEvent.Collected) event).item()))
                .toList();
        Set<ItemId> registered = archive.items().registered(collected);
        collected.stream()
                .filter(item -> !registered.contains(item))
                .forEach(item -> faults.add(
                        "item " + item, "was collected, says the ledger, and is not in the catalogue any more"));
    }
}
