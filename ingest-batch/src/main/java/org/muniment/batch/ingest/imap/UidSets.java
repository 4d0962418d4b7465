package org.muniment.batch.ingest.imap;

import java.util.Collection;
import java.util.Iterator;
import java.util.TreeSet;

/** UIDs as IMAP writes a set of them: {@code 4,7:9} (RFC 9051, sequence-set). */
final class UidSets {
    private UidSets() {}

    /** Writes UIDs; neighbours as ranges. Only UIDs that are given are in it. */
    static String write(Collection<Long> uids) {
        StringBuilder set = new StringBuilder();
        Iterator<Long> rest = new TreeSet<>(uids).iterator();
        long first = rest.next();
        long last = first;
        while (rest.hasNext()) {
            long next = rest.next();
            if (next != last + 1) {
                range(set, first, last).append(',');
                first = next;
            }
            last = next;
        }
        return range(set, first, last).toString();
    }

    private static StringBuilder range(StringBuilder set, long first, long last) {
        set.append(first);
        return last == first ? set : set.append(':').append(last);
    }
}
