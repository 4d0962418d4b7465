package org.muniment.archive.disposition.certificate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;

/**
 * What became of one line of the list, as {@code items.csv} says it (RFC 4180, UTF-8). Texts, as they stand in the file.
 *
 * @param outcome {@code destroyed}, {@code kept} or {@code open}
 * @param at when, ISO 8601 in UTC; empty when open
 * @param entry index of the ledger's entry; empty when open
 * @param reason why it was kept; else empty
 */
record ItemLine(
        String number,
        String item,
        String object,
        String size,
        String series,
        String recordClass,
        String authority,
        String outcome,
        String at,
        String entry,
        String reason) {
    static final String DESTROYED = "destroyed";
    static final String KEPT = "kept";
    static final String OPEN = "open";
    static final String HEADER = "number,item,object,size,series,class,authority,outcome,at,entry,reason";
    private static final int FIELDS = 11;

    /** @param entry the ledger's last word on the line; null when there is none */
    static ItemLine of(PlanLine line, @Nullable Entry entry) {
        String outcome = OPEN;
        String at = "";
        String reason = "";
        if (entry != null && entry.event() instanceof CustodyEvent.Destroyed destroyed) {
            outcome = DESTROYED;
            at = destroyed.at().toString();
        } else if (entry != null && entry.event() instanceof CustodyEvent.Withdrawn withdrawn) {
            outcome = KEPT;
            at = withdrawn.at().toString();
            reason = withdrawn.reason();
        }
        return new ItemLine(
                Long.toString(line.number()),
                line.item().value(),
                line.object().hex(),
                Long.toString(line.size()),
                line.series().value(),
                Integer.toString(line.recordClass().number()),
                line.authority(),
                outcome,
                at,
                entry == null ? "" : Long.toString(entry.index()),
                reason);
    }

    boolean isDestroyed() {
        return outcome.equals(DESTROYED);
    }

    Instant time() {
        return Instant.parse(at);
    }

    String csv() {
        return Csv.line(number, item, object, size, series, recordClass, authority, outcome, at, entry, reason);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ItemLine parse(String csv) {
        List<String> fields = Csv.fields(csv);
        if (fields.size() != FIELDS) {
            throw new IllegalArgumentException("A line has " + FIELDS + " fields, not " + fields.size());
        }
        ItemLine line = new ItemLine(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6),
                fields.get(7),
                fields.get(8),
                fields.get(9),
                fields.get(10));
        if (!line.csv().equals(csv)) {
            throw new IllegalArgumentException("A line is not written as it should be");
        }
        return line;
    }
}
