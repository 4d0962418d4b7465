package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.List;

/** What a check found so far; after a thousand it only counts. Safe for many threads. */
final class Faults {
    private static final int MOST = 1000;

    private final List<Verification.Fault> found = new ArrayList<>();
    private long more;

    synchronized void add(String where, String what) {
        if (found.size() < MOST) {
            found.add(new Verification.Fault(where, what));
        } else {
            more++;
        }
    }

    synchronized List<Verification.Fault> all() {
        List<Verification.Fault> all = new ArrayList<>(found);
        if (more > 0) {
            all.add(new Verification.Fault("and more", more + " further faults are not listed"));
        }
        return all;
    }
}
