package org.muniment.batch.ingest.sources;

import org.muniment.batch.ingest.Reconciliation;

/** What came of one account when sources were collected. */
public sealed interface Collected {
    /** The entry of {@code sources.yaml} it belongs to. */
    String entry();

    /**
     * It was taken in to its end, and its sum holds.
     *
     * @param source where from
     * @param custodian whose items, or how that is found
     * @param run its sum
     */
    record Whole(String entry, String source, String custodian, Reconciliation run) implements Collected {}

    /**
     * It broke off, or its sum does not hold. What was taken in is safe; the next collecting goes on.
     *
     * @param source where from
     * @param custodian whose items, or how that is found
     * @param why in words
     */
    record Broken(String entry, String source, String custodian, String why) implements Collected {}

    /**
     * The entry is wrong: nothing was tried.
     *
     * @param why with the line, and what to do
     */
    record Wrong(String entry, String why) implements Collected {}
}
