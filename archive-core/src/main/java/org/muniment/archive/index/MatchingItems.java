package org.muniment.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;

/** The ids that match a query, a page at a time, in their order. */
final class MatchingItems {
    private static final Sort BY_ID = new Sort(
            new SortField(ItemFields.ID_HIGH, SortField.Type.LONG),
            new SortField(ItemFields.ID_LOW, SortField.Type.LONG));

    private MatchingItems() {}

    static List<ItemId> after(IndexSearcher searcher, Query query, @Nullable ItemId after, int limit)
            throws IOException {
        var found = searcher.search(
                query, new TopFieldCollectorManager(BY_ID, limit, after == null ? null : before(after), 1));
        var ids = new ArrayList<ItemId>(found.scoreDocs.length);
        for (ScoreDoc hit : found.scoreDocs) {
            ids.add(new ItemId(ItemFields.id(value((FieldDoc) hit, 0), value((FieldDoc) hit, 1))));
        }
        return ids;
    }

    /** The last hit of the page before: after every document of that id. */
    private static FieldDoc before(ItemId after) {
        String id = after.value();
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {ItemFields.high(id), ItemFields.low(id)});
    }

    private static long value(FieldDoc hit, int index) {
        return (Long) Objects.requireNonNull(hit.fields)[index];
    }
}
