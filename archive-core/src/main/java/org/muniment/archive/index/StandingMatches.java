package org.muniment.archive.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * What an item matched of many standing queries. For one thread, and only while its item is at hand: it holds the item's words.
 *
 * @param <N> what names a query
 */
public final class StandingMatches<N> {
    private final Map<N, Probe> met;
    private final @Nullable IndexSearcher one;

    /** @param one the item alone; null when nothing is met */
    StandingMatches(Map<N, Probe> met, @Nullable IndexSearcher one) {
        this.met = met;
        this.one = one;
    }

    /** The names of the queries that the item matches, in the order they were given. */
    public Set<N> names() {
        return Collections.unmodifiableSet(met.keySet());
    }

    /** What of that query the item holds, and where; empty when it matches by what it lacks, or not at all. */
    public List<Witness> witnesses(N name) {
        Probe probe = met.get(name);
        var found = new ArrayList<Witness>();
        if (probe != null && one != null) {
            try {
                probe.find(one, found);
            } catch (IOException e) {
                throw new IndexUnavailable("An index in memory cannot be read: " + e.getMessage(), e);
            }
        }
        return found;
    }
}
