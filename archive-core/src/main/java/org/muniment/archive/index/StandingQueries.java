package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.muniment.archive.query.ItemQuery;

/**
 * Many queries that each item is held against: rules, holds, requests. An item matches here exactly when it would match in the
 * index, as both read the same fields with the same analyzer. Safe for many threads.
 *
 * <p>Most items lack the words that most queries need. So an item is first scanned once for the words and phrases of all
 * queries. That decides most of them; for the others, where the item has what they need at the least, an index of it is made in
 * memory and asked.
 *
 * @param <N> what names a query
 */
public final class StandingQueries<N> {
    private final List<Named<N>> queries = new ArrayList<>();
    private final WordAnalyzer analyzer = WordAnalyzer.withStems();
    private final Clues clues;
    private final ClueWords words;
    /** Queries that any item may match. */
    private final BitSet unanchored = new BitSet();
    /** By clue the queries that need it or another. */
    private final BitSet[] anchored;

    /** @param columns that the query asks, as bits */
    record Named<N>(N name, Query query, Probe probe, Need need, int columns) {}

    public StandingQueries(Map<N, ItemQuery> standing) {
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
        var translation = new LuceneQueries();
        var needs = new Needs(translation);
        standing.forEach((name, query) -> queries.add(new Named<>(
                name, translation.of(query), Probe.of(query, translation, needs), needs.of(query), columns(query))));
        this.clues = needs.clues();
        this.words = new ClueWords(clues);
        this.anchored = new BitSet[clues.count()];
        for (int i = 0; i < queries.size(); i++) {
            anchor(i, queries.get(i).need.anchors());
        }
    }

    /** The names of the queries that the item matches, in the order they were given. */
    public Set<N> matching(ItemDocument document) {
        return matches(document).names();
    }

    /** The queries that the item matches, and what of them it holds. */
    public StandingMatches<N> matches(ItemDocument document) {
        ClueScan scan = clues.scan(document, words);
        List<Named<N>> candidates = candidates(scan);
        int columns = candidates.stream().mapToInt(Named::columns).reduce(0, (a, b) -> a | b);
        var evidence = new Evidence(document, scan.traces(), columns, analyzer);
        var met = new LinkedHashMap<N, Probe>();
        for (Named<N> named : candidates) {
            if (evidence.meets(named.query, named.need)) {
                met.put(named.name, named.probe);
            }
        }
        return new StandingMatches<>(met, evidence);
    }

    /** The queries that an item cannot be ruled out for, in the order they were given. */
    List<N> candidates(ItemDocument document) {
        return candidates(clues.scan(document, words)).stream().map(Named::name).toList();
    }

    private List<Named<N>> candidates(ClueScan scan) {
        var possible = (BitSet) unanchored.clone();
        for (int clue : scan.found()) {
            if (anchored[clue] != null) {
                possible.or(anchored[clue]);
            }
        }
        var candidates = new ArrayList<Named<N>>();
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            if (queries.get(i).need.isMet(scan.traces())) {
                candidates.add(queries.get(i));
            }
        }
        return candidates;
    }

    private void anchor(int query, Optional<Set<Integer>> clue) {
        clue.ifPresentOrElse(
                each -> each.forEach(one -> {
                    if (anchored[one] == null) {
                        anchored[one] = new BitSet();
                    }
                    anchored[one].set(query);
                }),
                () -> unanchored.set(query));
    }

    private static int columns(ItemQuery query) {
        return query.leaves().stream()
                .mapToInt(leaf -> Clues.bits(Column.of(leaf.field())))
                .reduce(0, (a, b) -> a | b);
    }
}
