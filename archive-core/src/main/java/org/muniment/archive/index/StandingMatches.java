package org.muniment.archive.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an item matched of many standing queries. For one thread, and only while its item is at hand: it holds the item's words.
 *
 * @param <N> what names a query
 */
public final class StandingMatches<N> {
    private final Map<N, Probe> met;
    private final Evidence evidence;

    StandingMatches(Map<N, Probe> met, Evidence evidence) {
        this.met = met;
        this.evidence = evidence;
    }

    /** The names of the queries that the item matches, in the order they were given. */
    public Set<N> names() {
        return Collections.unmodifiableSet(met.keySet());
    }

    /** What of that query the item holds, and where; empty when it matches by what it lacks, or not at all. */
    public List<Witness> witnesses(N name) {
        var found = new ArrayList<Witness>();
        Probe probe = met.get(name);
        if (probe != null) {
            probe.find(evidence, found);
        }
        return found;
    }
}
