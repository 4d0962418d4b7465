package org.muniment.archive.item.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the source tells about when an item was received.
 *
 * @param server the time a mail server gives (INTERNALDATE, a Maildir's delivery name); null when it gives none
 * @param mboxLine the time in the {@code From } line of an mbox; null when there is none
 */
public record Receipt(@Nullable Instant server, @Nullable Instant mboxLine) {
    /** The source tells nothing. */
    public static final Receipt NONE = new Receipt(null, null);

    public static Receipt byServer(Instant time) {
        return new Receipt(time, null);
    }

    public static Receipt byMboxLine(Instant time) {
        return new Receipt(null, time);
    }
}
