package org.muniment.archive.request.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;

/**
 * A letter that was sent.
 *
 * @param number from 1 within the request
 * @param textDigest of the text, UTF-8
 * @param paperDigest of the PDF
 * @param day of the letter, in the agency's zone
 * @param by who signed it
 * @param at when it was recorded
 */
public record SentLetter(
        int number, Letter letter, Digest textDigest, Digest paperDigest, LocalDate day, Officer by, Instant at) {
    /** What the ledger notes of it. */
    CustodyEvent.LetterSent noted() {
        return new CustodyEvent.LetterSent(
                at, letter.request().value(), letter.kind().name(), textDigest.hex(), paperDigest.hex(), by.name());
    }

    /** Whether its text is still the one that was sent. */
    boolean holdsItsText() {
        return Digest.of(letter.text().getBytes(StandardCharsets.UTF_8)).equals(textDigest);
    }
}
