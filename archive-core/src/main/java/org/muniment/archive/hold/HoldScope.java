package org.muniment.archive.hold;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.Range;

/**
 * What a hold covers, or a records request asks for: items that meet every part that is given, now and later. What cannot be read or has no date counts
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
                    "Custodians, days or a query must be given; for everything give the query *");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The days end before they begin");
        }
    }

    /**
     * The scope as one query. Hold against items what is {@link ItemQuery#relaxed()} of it.
     *
     * @param zone where the agency's days begin and end
     */
    public ItemQuery query(ZoneId zone) {
        List<ItemQuery> parts = new ArrayList<>();
        if (!custodians.isEmpty()) {
            parts.add(any(custodians.stream()
                    .sorted()
                    .map(custodian -> (ItemQuery) new ItemQuery.Is(Field.CUSTODIAN, custodian.address()))
                    .toList()));
        }
        if (from != null || to != null) {
            Range days = new Range.Days(from, to, zone);
            parts.add(
                    any(List.of(new ItemQuery.Between(Field.SENT, days), new ItemQuery.Between(Field.RECEIVED, days))));
        }
        if (terms != null) {
            parts.add(terms);
        }
        return parts.size() == 1 ? parts.getFirst() : new ItemQuery.And(parts);
    }

    private static ItemQuery any(List<ItemQuery> parts) {
        return parts.size() == 1 ? parts.getFirst() : new ItemQuery.Or(parts);
    }

    /** The one written form, whose digest the ledger has. */
    public String written(ZoneId zone) {
        return "custodians: "
                + custodians.stream().sorted().map(Custodian::address).collect(Collectors.joining(" "))
                + "\nfrom: " + (from == null ? "" : from)
                + "\nto: " + (to == null ? "" : to)
                + "\nzone: " + zone
                + "\nquery: " + (terms == null ? "" : terms) + "\n";
    }
}
