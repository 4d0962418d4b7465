package org.muniment.api.web.admin;

import java.time.Instant;
import java.util.List;
import org.muniment.api.EventWords;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Entry;

/** An entry of the ledger as a line. */
record History(long index, Instant at, String words) {
    static History of(Entry entry) {
        return new History(entry.index(), entry.event().at(), EventWords.of(entry.event()));
    }

    /** All about one thing, the latest first. */
    static List<History> of(Archive archive, String subject) {
        return archive.ledger().entriesFor(subject).reversed().stream()
                .map(History::of)
                .toList();
    }
}
