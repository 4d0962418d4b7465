package org.muniment.archive.schedule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.archive.item.ItemId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Statements about many items, in portions that both databases take. */
final class Many {
    static final int PORTION = 1000;

    private Many() {}

    /** Runs a query that ends in {@code in } for all items. */
    static void query(JdbcTemplate jdbc, String query, Collection<ItemId> items, RowCallbackHandler rows) {
        for (List<Object> some : portions(items)) {
            jdbc.query(query + marks(some), rows, some.toArray());
        }
    }

    /** Runs a change that ends in {@code in } for all items. */
    static void update(JdbcTemplate jdbc, String change, Collection<ItemId> items) {
        for (List<Object> some : portions(items)) {
            jdbc.update(change + marks(some), some.toArray());
        }
    }

    /** In the order of ids, so that transactions that meet lock rows in one order. */
    private static List<List<Object>> portions(Collection<ItemId> items) {
        Set<ItemId> ordered = new TreeSet<>(items);
        List<Object> all = new ArrayList<>(ordered.stream().map(ItemId::value).toList());
        List<List<Object>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
        }
        return portions;
    }

    private static String marks(List<Object> values) {
        return "(?" + ", ?".repeat(values.size() - 1) + ")";
    }
}
