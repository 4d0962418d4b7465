package org.muniment.archive.index;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemNumbers;
import org.muniment.archive.query.ItemQuery;

/** The questions that can be asked of items: of all there are, or of those that somebody may see. Safe for many threads. */
public interface ItemSearch {
    /** Finds a page of items. The total is exact and does not depend on the page. */
    Hits search(Search search);

    /** The page that {@link #search} finds, but no hit has words: reads no documents, so a page may be large. */
    Hits bare(Search search);

    /** The number of items that match, exact. */
    long count(ItemQuery query);

    /** How the items that match fall into groups, exact; years begin in this zone. */
    Facets facets(ItemQuery query, ZoneId zone);

    /**
     * The ids of items that match, in ascending order, after one or from the first. Exact, and reads no documents, so a page
     * may be large.
     *
     * @param limit ids on this page, at least 1
     */
    List<ItemId> matching(ItemQuery query, @Nullable ItemId after, int limit);

    /**
     * How many of the items that match have each number, at the place of the number, up to the highest that one has; at place
     * 0 those that have none. Exact, and reads no documents.
     */
    long[] tally(ItemQuery query, ItemNumbers numbers);

    /**
     * Which exact copies match, and which of them comes first. Reads no documents, and looks at these groups alone.
     *
     * @param groups the digits of each; groups of which nothing matches are left out of the answer
     */
    Map<String, Copies> copies(ItemQuery query, Collection<String> groups, Search.Order order);

    /** For each term of the query: how many items it hits alone. */
    List<TermHits> terms(ItemQuery query);

    /** Says in words why an item matches or not; of one that is not to be seen, the same as of one that is not there. */
    Explanation explain(ItemQuery query, ItemId item);

    /** The same questions about these items alone, as far as they are to be seen. */
    ItemSearch among(Collection<ItemId> items);

    /** The same questions about the items that have one of some numbers when it is asked, as far as they are to be seen. */
    ItemSearch among(ItemNumbers numbers, BitSet wanted);
}
