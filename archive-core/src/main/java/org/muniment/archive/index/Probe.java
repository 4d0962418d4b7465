package org.muniment.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/** Finds the parts of a query that make an item match it. Safe for many threads. */
sealed interface Probe {
    /** Adds what of this part the item holds; gives whether it meets the part. */
    boolean find(IndexSearcher one, List<Witness> found) throws IOException;

    static Probe of(ItemQuery query, LuceneQueries translation) {
        return switch (query) {
            case ItemQuery.All all -> new Either(translation.of(all));
            case ItemQuery.Not not -> new Either(translation.of(not));
            case ItemQuery.And and -> new Each(parts(and.parts(), translation));
            case ItemQuery.Or or -> new Some(parts(or.parts(), translation));
            case ItemQuery.Leaf leaf -> leaf(leaf, translation);
        };
    }

    private static List<Probe> parts(List<ItemQuery> parts, LuceneQueries translation) {
        return parts.stream().map(part -> of(part, translation)).toList();
    }

    private static Probe leaf(ItemQuery.Leaf leaf, LuceneQueries translation) {
        Map<Column, Query> columns = new EnumMap<>(Column.class);
        Column.of(leaf.field()).forEach(column -> columns.put(column, translation.in(column, leaf)));
        return new One(spoken(leaf), columns);
    }

    private static String spoken(ItemQuery part) {
        return switch (part) {
            case ItemQuery.Words words -> String.join(" ", words.words());
            case ItemQuery.Prefix prefix -> prefix.start() + "*";
            case ItemQuery.Is is -> is.value();
            case ItemQuery.Between between -> between.range().toString();
            case ItemQuery.Near near ->
                spoken(near.left()) + (near.ordered() ? " pre/" : " w/") + near.distance() + " " + spoken(near.right());
            case ItemQuery.Or or -> or.parts().stream().map(Probe::spoken).collect(Collectors.joining(" or "));
            case ItemQuery.All all -> all.toString();
            case ItemQuery.And and -> and.toString();
            case ItemQuery.Not not -> not.toString();
        };
    }

    /** What says nothing in words: every item, or the absence of something. */
    record Either(Query query) implements Probe {
        @Override
        public boolean find(IndexSearcher one, List<Witness> found) throws IOException {
            return one.count(query) > 0;
        }
    }

    /** All of several parts. */
    record Each(List<Probe> parts) implements Probe {
        @Override
        public boolean find(IndexSearcher one, List<Witness> found) throws IOException {
            var all = new ArrayList<Witness>();
            for (Probe part : parts) {
                if (!part.find(one, all)) {
                    return false;
                }
            }
            found.addAll(all);
            return true;
        }
    }

    /** At least one of several parts; those that are there are all told. */
    record Some(List<Probe> parts) implements Probe {
        @Override
        public boolean find(IndexSearcher one, List<Witness> found) throws IOException {
            boolean met = false;
            for (Probe part : parts) {
                met |= part.find(one, found);
            }
            return met;
        }
    }

    /** A leaf, in each column it may be in. */
    record One(String words, Map<Column, Query> columns) implements Probe {
        @Override
        public boolean find(IndexSearcher one, List<Witness> found) throws IOException {
            for (var column : columns.entrySet()) {
                if (one.count(column.getValue()) > 0) {
                    found.add(new Witness(words, field(column.getKey())));
                    return true;
                }
            }
            return false;
        }

        private static Field field(Column column) {
            return column == Column.OTHERS ? Field.RECIPIENT : Field.valueOf(column.name());
        }
    }
}
