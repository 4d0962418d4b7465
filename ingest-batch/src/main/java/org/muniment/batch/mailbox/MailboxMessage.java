package org.muniment.batch.mailbox;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One message in a mailbox, as the mail server lists it.
 *
 * @param place where it is, unique within the mailbox: a path, or folder, UIDVALIDITY and UID
 * @param folder the folder as people see it, {@code /} between levels
 * @param box which box that is
 * @param received when the mail server received it, by its own clock; null when it does not tell. Never the mail's own
 *     {@code Date}
 * @param flags what the mailbox marked (seen, answered, flagged, draft, trashed), in lower case
 * @param size in bytes
 * @param version changes when the bytes at this place do; empty where a server's messages never change
 */
public record MailboxMessage(
        String place,
        String folder,
        Box box,
        @Nullable Instant received,
        Set<String> flags,
        long size,
        String version) {
    public MailboxMessage {
        flags = Set.copyOf(flags);
    }
}
