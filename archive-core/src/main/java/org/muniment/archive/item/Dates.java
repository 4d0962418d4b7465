package org.muniment.archive.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an item was sent and received.
 *
 * @param sent what the {@code Date} header claims, untrusted; null when absent or unreadable
 * @param sentAsWritten the header's text, at most 200 characters; empty when absent
 * @param received the first trustworthy time (see {@code source}); null means unknown, and unknown is never old
 * @param source where {@code received} comes from
 */
public record Dates(
        @Nullable Instant sent,
        String sentAsWritten,
        @Nullable Instant received,
        Source source) {
    /** Where a receipt time comes from, most trustworthy first. */
    public enum Source {
        /** Told by the server it was collected from (INTERNALDATE, a journal's envelope, a Maildir's delivery name). */
        SERVER,
        /**
         * The topmost {@code Received} header: written by the last server that handled the message. In a file of Outlook
         * without one, the delivery time kept there.
         */
        RECEIVED_HEADER,
        /** The {@code From } line of an mbox: written at delivery by the program that kept the mailbox. */
        MBOX_LINE,
        UNKNOWN
    }

    public Dates {
        if ((received == null) != (source == Source.UNKNOWN)) {
            throw new IllegalArgumentException("A receipt time and its source go together");
        }
    }
}
