package org.muniment.archive.ledger;

import java.time.Instant;

/** A step about who may come in, or about the record of who looked at what. */
public sealed interface AccessStep extends CustodyEvent {
    /** {@code user} and the account's name, or {@code looks}. */
    String access();

    /**
     * An account was added.
     *
     * @param person name and title
     * @param roles parted by commas, in the order of letters
     */
    record UserAdded(Instant at, String access, String person, String roles, String officer) implements AccessStep {}

    /** What an account may do was changed. */
    record RolesChanged(Instant at, String access, String roles, String officer) implements AccessStep {}

    /** An account was closed, or opened again: {@code ACTIVE} or {@code DISABLED}. */
    record UserSwitched(Instant at, String access, String state, String officer) implements AccessStep {}

    /** A link was made by which a password is chosen: whoever has it can be that person. */
    record LinkMade(Instant at, String access, String officer) implements AccessStep {}

    /**
     * The looks at others' items since the last such entry.
     *
     * @param first the number of the first
     * @param last the number of the last
     * @param digest of all of them, so that a changed one is found
     */
    record LooksSealed(Instant at, String access, long first, long last, String digest) implements AccessStep {
        /** What these entries are about. */
        public static final String SUBJECT = "looks";
    }
}
