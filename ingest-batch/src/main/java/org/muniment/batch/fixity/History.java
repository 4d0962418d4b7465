package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.muniment.archive.ledger.AccessStep;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;

/**
 * What the ledger noted of one item. The same bytes may be collected again after they were destroyed: then the item
 * begins anew.
 *
 * @param first its first collections since it was last destroyed: one, or none while it is gone
 * @param collections digests of all collections since then, ascending
 * @param sizes of the object, says each first collection there ever was
 * @param destroyed every destruction, in order
 * @param strange entries filed under it that are not about an item
 */
record History(
        List<CustodyEvent.Collected> first,
        List<String> collections,
        Set<Long> sizes,
        List<CustodyEvent.Destroyed> destroyed,
        List<Entry> strange) {

    static History of(List<Entry> entries) {
        List<CustodyEvent.Collected> first = new ArrayList<>();
        List<String> collections = new ArrayList<>();
        Set<Long> sizes = new HashSet<>();
        List<CustodyEvent.Destroyed> destroyed = new ArrayList<>();
        List<Entry> strange = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry.event()) {
                case CustodyEvent.Collected collected -> {
                    first.add(collected);
                    sizes.add(collected.size());
                    collections.add(collected.collection());
                }
                case CustodyEvent.CollectedAgain again -> collections.add(again.collection());
                case CustodyEvent.Destroyed end -> {
                    first.clear();
                    collections.clear();
                    destroyed.add(end);
                }
                case CustodyEvent.ContainerStep step -> strange.add(entry);
                case CustodyEvent.Decision decision -> {}
                case CustodyEvent.AccountStep step -> strange.add(entry);
                case AccessStep step -> strange.add(entry);
                case CustodyEvent.ArchiveCreated created -> strange.add(entry);
                case CustodyEvent.Rejected rejected -> strange.add(entry);
                case CustodyEvent.Reconciled reconciled -> strange.add(entry);
            }
        }
        return new History(
                List.copyOf(first),
                collections.stream().sorted().toList(),
                Set.copyOf(sizes),
                List.copyOf(destroyed),
                List.copyOf(strange));
    }

    /** Whether it was destroyed and not collected again. */
    boolean isGone() {
        return !destroyed.isEmpty() && collections.isEmpty();
    }
}
