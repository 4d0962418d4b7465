package org.muniment.archive.production;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.store.Digest;

/**
 * What a production says of one item.
 *
 * @param item the item, with its attachments
 * @param disclosure what is shown of it
 * @param redactions digest of its redactions, the same for the same redactions of the same parts; null unless it is redacted
 * @param pages the numbers on its pages and those of its attachments, or on its placeholder
 */
public record Disclosed(
        ItemId item, Disclosure disclosure, @Nullable Digest redactions, BatesRange pages) {
    public Disclosed {
        if ((redactions != null) != (disclosure == Disclosure.REDACTED)) {
            throw new IllegalArgumentException(
                    "A redacted item, and no other, has a digest of its redactions: " + item);
        }
    }

    /** As the line of a list: item, disclosure, redactions or a dash, first and last number; spaces between. */
    String written() {
        return item + " " + disclosure + " " + (redactions == null ? "-" : redactions.hex()) + " " + pages.first() + " "
                + pages.last();
    }

    /** Adds its line to the digest of a list. */
    void addTo(MessageDigest list) {
        list.update((written() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
