package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Officer;

/** Where an item that is on a plan stands. */
public sealed interface Disposition {
    /** On a list that nobody approved yet. */
    record Proposed() implements Disposition {}

    /** On a list that a second person, or a standing authority, approved. */
    record Approved(Approval approval) implements Disposition {}

    /**
     * Hidden from staff; can be restored.
     *
     * @param graceEnds the first day on which it may be destroyed
     * @param begun whether its destruction was begun and interrupted: it may have lost its object already
     */
    record Condemned(Approval approval, LocalDate graceEnds, boolean begun) implements Disposition {}

    /** Gone; a tombstone and this line are left. */
    record Destroyed(Instant at) implements Disposition {}

    /**
     * Taken off the list and kept.
     *
     * @param by the officer who restored or withdrew it; null for a veto
     */
    record Withdrawn(Refusal refusal, @Nullable Officer by, Instant at) implements Disposition {}
}
