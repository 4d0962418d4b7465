package org.muniment.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.muniment.archive.query.ItemQuery;

/**
 * Many queries that each item is held against: rules, holds, requests. An item matches here exactly when it would match in the
 * index, as both read the same fields with the same analyzer. Safe for many threads.
 *
 * @param <N> what names a query
 */
public final class StandingQueries<N> {
    private final List<Named<N>> queries = new ArrayList<>();
    private final WordAnalyzer analyzer = WordAnalyzer.withStems();

    private record Named<N>(N name, Query query, Probe probe) {}

    public StandingQueries(Map<N, ItemQuery> standing) {
        IndexSearcher.setMaxClauseCount(Integer.MAX_VALUE);
        var translation = new LuceneQueries();
        standing.forEach(
                (name, query) -> queries.add(new Named<>(name, translation.of(query), Probe.of(query, translation))));
    }

    /** The names of the queries that the item matches, in the order they were given. */
    public Set<N> matching(ItemDocument document) {
        return matches(document).names();
    }

    /** The queries that the item matches, and what of them it holds. */
    public StandingMatches<N> matches(ItemDocument document) {
        IndexSearcher one =
                MemoryIndex.fromDocument(ItemFields.of(document), analyzer).createSearcher();
        one.setQueryCache(null);
        var met = new LinkedHashMap<N, Probe>();
        try {
            for (Named<N> named : queries) {
                if (one.count(named.query) > 0) {
                    met.put(named.name, named.probe);
                }
            }
        } catch (IOException e) {
            throw new IndexUnavailable("An index in memory cannot be read: " + e.getMessage(), e);
        }
        return new StandingMatches<>(met, one);
    }
}
