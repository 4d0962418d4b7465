package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.List;

/** Collects findings, so many and no more: a ruined ledger of millions of entries must not fill the memory. */
final class Findings {
    private static final int MOST = 1000;

    private final List<Finding> listed = new ArrayList<>();
    private long unlisted;

    void add(String where, String what) {
        if (listed.size() < MOST) {
            listed.add(new Finding(where, what));
        } else {
            unlisted++;
        }
    }

    List<Finding> all() {
        if (unlisted == 0) {
            return List.copyOf(listed);
        }
        List<Finding> all = new ArrayList<>(listed);
        all.add(new Finding("ledger", unlisted + " more findings are not listed"));
        return List.copyOf(all);
    }
}
