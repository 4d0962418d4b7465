package org.muniment.archive.production;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;

/**
 * What a production that was released said of an item. Whoever disclosed a record once has, as a rule, waived the exemptions
 * for it (Gov. Code 7921.505), so a later production that shows less of it needs a person's decision.
 *
 * @param released when it was released
 */
public record EarlierRelease(ProductionId production, Instant released, Disclosed disclosed) {
    /**
     * How what is shown now differs from what was shown then, in plain words; empty when the same is shown, or it was withheld
     * then: what was never shown can't be waived.
     *
     * @param redactions digest of the redactions now; null unless it is redacted
     */
    public Optional<String> differsFrom(Disclosure now, @Nullable Digest redactions) {
        boolean shownThen = disclosed.disclosure() != Disclosure.WITHHELD;
        boolean same = disclosed.disclosure() == now && Objects.equals(disclosed.redactions(), redactions);
        return shownThen && !same ? Optional.of(difference(now)) : Optional.empty();
    }

    private String difference(Disclosure now) {
        String then = "released in " + production + " at " + disclosed.pages() + " "
                + (disclosed.disclosure() == Disclosure.WHOLE ? "in whole" : "redacted");
        return switch (now) {
            case WITHHELD -> then + ", now withheld";
            case REDACTED ->
                then + (disclosed.disclosure() == Disclosure.WHOLE ? ", now redacted" : ", now redacted differently");
            case WHOLE -> then + ", now in whole";
        };
    }
}
