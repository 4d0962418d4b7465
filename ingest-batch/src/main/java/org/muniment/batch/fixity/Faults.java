package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;

/** What a check found so far. Of each kind of part so many are listed; the rest is counted. Safe for many threads. */
final class Faults {
    private static final int MOST = 250;

    private final Map<String, List<Verification.Fault>> found = new LinkedHashMap<>();
    private final Map<String, Long> more = new LinkedHashMap<>();

    void add(String where, String what) {
        add(new Verification.Fault(where, what));
    }

    synchronized void add(Verification.Fault fault) {
        String kind = fault.where().split(" ", 2)[0];
        List<Verification.Fault> listed = found.computeIfAbsent(kind, any -> new ArrayList<>());
        if (listed.size() < MOST) {
            listed.add(fault);
        } else {
            more.merge(kind, 1L, Long::sum);
        }
    }

    /** Runs one part of a check: damage that it trips over is a fault like any other, and the other parts go on. */
    void guard(String where, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            add(where, "can't be checked to the end: " + reason(e) + "; restore it from a backup");
        }
    }

    /** What an exception says, without the statement that a database quotes. */
    static String reason(RuntimeException e) {
        Throwable cause = e instanceof DataAccessException sql ? sql.getMostSpecificCause() : e;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    synchronized List<Verification.Fault> all() {
        List<Verification.Fault> all = new ArrayList<>();
        found.values().forEach(all::addAll);
        more.forEach((kind, count) -> all.add(
                new Verification.Fault("and more", count + " further faults of this kind are not listed: " + kind)));
        return all;
    }
}
