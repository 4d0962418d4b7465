package org.muniment.archive.hold;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQuery;

/**
 * What a hold covers: items that meet every part that is given, now and later. What cannot be read or has no date counts
 * as covered.
 *
 * @param custodians whose mailboxes; empty for all
 * @param from first day, by sent or received, in the agency's zone; null for no limit
 * @param to last day, inclusive; null for no limit
 * @param terms the query; null for all items
 */
public record HoldScope(
        Set<Custodian> custodians,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ItemQuery terms) {
    public HoldScope {
        custodians = Set.copyOf(custodians);
        if (custodians.isEmpty() && from == null && to == null && terms == null) {
            throw new IllegalArgumentException(
                    "A hold names custodians, days or a query; to hold everything give the query *");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The hold's days end before they begin");
        }
    }
}
