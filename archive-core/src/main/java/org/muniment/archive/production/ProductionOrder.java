package org.muniment.archive.production;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;

/**
 * What a production is asked to be. All that is made later follows from it, so that building again gives the same bytes.
 *
 * @param about what it is for, on one line, 1 to 300 characters: a request's id and words, or a matter. It stands in the
 *     register and in the package, never in the ledger
 * @param prefix of its Bates numbers, see {@link BatesNumber}
 * @param query what it was searched by, as written; empty when it was put together otherwise
 * @param by who builds it
 * @param at when, kept to the millisecond; the time that stands in its files
 * @param replaces the earlier production that this one replaces or claws back; null for none
 */
public record ProductionOrder(
        String about,
        ProductionFormat format,
        String prefix,
        String query,
        Officer by,
        Instant at,
        @Nullable ProductionId replaces) {
    private static final int LONGEST = 300;

    public ProductionOrder {
        about = about.strip().replaceAll("\\s+", " ");
        if (about.isEmpty() || about.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "What a production is for is said in 1 to " + LONGEST + " characters, such as a request's id");
        }
        BatesNumber.requirePrefix(prefix);
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
