package org.muniment.batch.mailbox;

import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;

/**
 * A mailbox that the purge may touch.
 *
 * @param id the archive's number for it
 * @param kind what it is on
 * @param name where it is: the folder of a Maildir, or an account of {@code sources.yaml}, {@code imap://user@host}
 * @param custodian whose it is
 * @param source what collections from it name as their source
 * @param keep how long messages stay, when longer than the schedule says; null for the schedule's period
 * @param added when it was registered
 */
public record RegisteredMailbox(
        long id,
        Kind kind,
        String name,
        Custodian custodian,
        String source,
        @Nullable Period keep,
        Instant added) {
    /** What a mailbox is on. */
    public enum Kind {
        /** A folder of files. */
        MAILDIR,
        /** A mail server. */
        IMAP
    }
}
