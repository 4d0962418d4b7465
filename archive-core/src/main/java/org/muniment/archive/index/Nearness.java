package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.muniment.archive.query.ItemQuery;

/**
 * Words at a distance, by Lucene's intervals. Lucene keeps only minimal intervals, which loses pairs when one side holds
 * intervals of different widths; so each side is taken apart by width first. Between two sides of one width each, the closest
 * pair is always minimal and the answer exact.
 */
final class Nearness {
    private final LuceneQueries queries;

    Nearness(LuceneQueries queries) {
        this.queries = queries;
    }

    Query of(Column column, ItemQuery.Near near) {
        var pairs = new ArrayList<Query>();
        for (IntervalsSource left : byWidth(near.left())) {
            for (IntervalsSource right : byWidth(near.right())) {
                pairs.add(within(column, near.distance(), left, right));
                if (!near.ordered()) {
                    pairs.add(within(column, near.distance(), right, left));
                }
            }
        }
        return pairs.isEmpty() ? new MatchNoDocsQuery("a side without words") : LuceneQueries.any(pairs);
    }

    /** Words one after the other, of which the last may go on. */
    Query starting(String name, List<String> words) {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no word to search for");
        }
        if (words.size() == 1) {
            return new PrefixQuery(new Term(name, words.getFirst()));
        }
        return new IntervalQuery(name, starting(words));
    }

    private static Query within(Column column, int distance, IntervalsSource first, IntervalsSource second) {
        // Of two equal sources Lucene makes one of repetitions, which may overlap and counts gaps otherwise: make them
        // differ.
        IntervalsSource other = Intervals.maxwidth(Integer.MAX_VALUE, second);
        return new IntervalQuery(column.key(), Intervals.maxgaps(distance - 1, Intervals.ordered(first, other)));
    }

    private Collection<IntervalsSource> byWidth(ItemQuery side) {
        SortedMap<Integer, List<IntervalsSource>> widths = new TreeMap<>();
        collect(side, widths);
        return widths.values().stream().map(Nearness::any).toList();
    }

    private void collect(ItemQuery side, SortedMap<Integer, List<IntervalsSource>> widths) {
        switch (side) {
            case ItemQuery.Or or -> or.parts().forEach(part -> collect(part, widths));
            case ItemQuery.Words words -> {
                var positions = queries.positions(words);
                add(
                        positions.size(),
                        block(positions.stream().map(Nearness::terms).toList()),
                        widths);
            }
            case ItemQuery.Prefix prefix -> {
                var starts = queries.starts(prefix.start());
                add(starts.size(), starting(starts), widths);
            }
            case ItemQuery.All all -> throw new IllegalStateException("No side: " + all);
            case ItemQuery.And and -> throw new IllegalStateException("No side: " + and);
            case ItemQuery.Not not -> throw new IllegalStateException("No side: " + not);
            case ItemQuery.Leaf leaf -> throw new IllegalStateException("No side: " + leaf);
        }
    }

    private static void add(int width, IntervalsSource source, SortedMap<Integer, List<IntervalsSource>> widths) {
        if (width > 0) {
            widths.computeIfAbsent(width, any -> new ArrayList<>()).add(source);
        }
    }

    private static IntervalsSource starting(List<String> words) {
        var sources = new ArrayList<IntervalsSource>();
        words.forEach(word -> sources.add(Intervals.term(word)));
        if (!words.isEmpty()) {
            sources.set(words.size() - 1, Intervals.prefix(new BytesRef(words.getLast()), Integer.MAX_VALUE));
        }
        return block(sources);
    }

    private static IntervalsSource terms(List<String> terms) {
        return any(terms.stream().map(Intervals::term).toList());
    }

    private static IntervalsSource any(List<IntervalsSource> sources) {
        return sources.size() == 1 ? sources.getFirst() : Intervals.or(false, sources.toArray(IntervalsSource[]::new));
    }

    private static IntervalsSource block(List<IntervalsSource> sources) {
        return switch (sources.size()) {
            case 0 -> Intervals.noIntervals("no word");
            case 1 -> sources.getFirst();
            default -> Intervals.phrase(sources.toArray(IntervalsSource[]::new));
        };
    }
}
