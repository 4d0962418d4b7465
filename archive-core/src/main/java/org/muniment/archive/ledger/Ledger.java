package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.List;

/** Stand-in without a table, replaced by the ledger room's branch. */
public class Ledger {
    private final List<CustodyEvent> entries = new ArrayList<>();

    /** Appends events, and gives the first one's index. */
    public synchronized long append(List<? extends CustodyEvent> events) {
        long first = entries.size();
        entries.addAll(events);
        return first;
    }

    /** Signs the log as it is. */
    public synchronized Checkpoint checkpoint() {
        return new Checkpoint(entries.size());
    }

    /** What was appended so far. */
    public synchronized List<CustodyEvent> entries() {
        return List.copyOf(entries);
    }
}
