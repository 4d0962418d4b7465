package org.muniment.archive.index;

import java.util.Map;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Kind;

/**
 * How many items match, exact, and how they fall into groups. What no item is of is left out.
 *
 * @param total all that match
 * @param kinds by what they are
 * @param custodians by whose mailbox they came from; an item that came from two counts for both
 * @param years by the year in the agency's zone of the receipt, else of the sending
 * @param undated neither is known
 */
public record Facets(
        long total, Map<Kind, Long> kinds, Map<Custodian, Long> custodians, Map<Integer, Long> years, long undated) {
    public Facets {
        kinds = Map.copyOf(kinds);
        custodians = Map.copyOf(custodians);
        years = Map.copyOf(years);
    }
}
