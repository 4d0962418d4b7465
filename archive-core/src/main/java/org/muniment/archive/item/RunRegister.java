package org.muniment.archive.item;

import org.jspecify.annotations.Nullable;

/**
 * A run's row as a check sees it: nothing is interpreted.
 *
 * @param id the id column
 * @param state the state column
 * @param knownByItsSource whether {@code source_key} is the digest of source, custodian and type
 * @param started the started column: milliseconds since 1970
 * @param ended the ended column
 * @param millis the millis column: a measurement that no other place knows
 * @param tally the counts
 */
public record RunRegister(
        String id,
        String state,
        boolean knownByItsSource,
        long started,
        @Nullable Long ended,
        long millis,
        Tally tally) {
    /**
     * A rejection's row as a check sees it.
     *
     * @param ordinal the ordinal column: the first of a run has 1
     * @param place digest of the run's source and the row's place, as the ledger has it
     * @param reason the reason column
     */
    public record Rejected(long ordinal, String place, String reason) {}
}
