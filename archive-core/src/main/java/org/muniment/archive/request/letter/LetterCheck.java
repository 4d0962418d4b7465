package org.muniment.archive.request.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.muniment.archive.ledger.Agreement;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks every letter that was sent for a request against the ledger: that none is gone or added, and that its text and its
 * PDF are those that were sent. Changes nothing, and runs while the archive is in use.
 */
public final class LetterCheck {
    private final JdbcTemplate reader;
    private final Letters letters;
    private final Ledger ledger;

    /** @param reader where committed state is read */
    public LetterCheck(DataSource reader, Ledger ledger, Letters letters) {
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.letters = letters;
    }

    /** Checks the letters of all requests; what is found is named by the request. */
    public List<Agreement.Finding> run() {
        return new Agreement(ledger, "R", this::last).run(this::compare);
    }

    private long last() {
        Long last = reader.queryForObject("select coalesce(max(request), 0) from request_letter", Long.class);
        return Objects.requireNonNullElse(last, 0L);
    }

    private List<String> compare(String name, List<CustodyEvent> noted) {
        List<SentLetter> sent = letters.of(new RequestId(name));
        List<String> amiss = new ArrayList<>();
        if (!Agreement.of(CustodyEvent.LetterSent.class, noted)
                .equals(sent.stream().map(SentLetter::noted).toList())) {
            amiss.add("has other letters than those the ledger says were sent for it");
        }
        for (SentLetter one : sent) {
            boolean paper = letters.paper(one.letter().request(), one.number())
                    .map(Digest::of)
                    .equals(java.util.Optional.of(one.paperDigest()));
            if (!paper || !one.holdsItsText()) {
                amiss.add("has a letter, number " + one.number() + ", of which the " + (paper ? "text" : "PDF")
                        + " is not the one that was sent");
            }
        }
        return amiss;
    }
}
