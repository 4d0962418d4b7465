package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/** Finds the parts of a query that make an item match it. Safe for many threads. */
sealed interface Probe {
    /** Adds what of this part the item holds; gives whether it meets the part. */
    boolean find(Evidence evidence, List<Witness> found);

    static Probe of(ItemQuery query, LuceneQueries translation, Needs needs) {
        return switch (query) {
            case ItemQuery.All all -> new Either(translation.of(all), needs.of(all));
            case ItemQuery.Not not -> new Either(translation.of(not), needs.of(not));
            case ItemQuery.And and -> new Each(parts(and.parts(), translation, needs));
            case ItemQuery.Or or -> new Some(parts(or.parts(), translation, needs));
            case ItemQuery.Leaf leaf -> leaf(leaf, translation, needs);
        };
    }

    private static List<Probe> parts(List<ItemQuery> parts, LuceneQueries translation, Needs needs) {
        return parts.stream().map(part -> of(part, translation, needs)).toList();
    }

    private static Probe leaf(ItemQuery.Leaf leaf, LuceneQueries translation, Needs needs) {
        var ways = Column.of(leaf.field()).stream()
                .map(column -> new Way(column, translation.in(column, leaf), needs.in(column, leaf)))
                .toList();
        return new One(spoken(leaf), ways);
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
    record Either(Query query, Need need) implements Probe {
        @Override
        public boolean find(Evidence evidence, List<Witness> found) {
            return evidence.meets(query, need);
        }
    }

    /** All of several parts. */
    record Each(List<Probe> parts) implements Probe {
        @Override
        public boolean find(Evidence evidence, List<Witness> found) {
            var all = new ArrayList<Witness>();
            for (Probe part : parts) {
                if (!part.find(evidence, all)) {
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
        public boolean find(Evidence evidence, List<Witness> found) {
            boolean met = false;
            for (Probe part : parts) {
                met |= part.find(evidence, found);
            }
            return met;
        }
    }

    /** A leaf in one column of its field. */
    record Way(Column column, Query query, Need need) {}

    /** A leaf, in each column it may be in. */
    record One(String words, List<Way> ways) implements Probe {
        @Override
        public boolean find(Evidence evidence, List<Witness> found) {
            for (Way way : ways) {
                if (evidence.meets(way.query, way.need)) {
                    found.add(new Witness(words, field(way.column)));
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
