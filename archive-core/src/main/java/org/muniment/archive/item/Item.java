package org.muniment.archive.item;

import java.util.List;
import org.muniment.archive.store.Digest;

/**
 * One collected message, transcript or posting with its attachments: the unit of matching, holding and destroying.
 * Everything here is a pure function of the object's bytes and, for the receipt time, of how it was collected.
 *
 * @param id the name
 * @param digest the object that holds the bytes as collected; one item, one object
 * @param size bytes of that object
 * @param kind mail, voicemail, posting, calendar entry or contact
 * @param dates when sent and received
 * @param people who wrote to whom
 * @param subject decoded, one line
 * @param threading what ties it to others
 * @param attachments in order of appearance
 * @param coverage how much of it could be read
 * @param duplicateGroup the same for copies that differ only in transport headers: SHA-256 over authors, sent time,
 *     subject, normalized body and attachment digests. Copies are grouped, never merged.
 */
public record Item(
        ItemId id,
        Digest digest,
        long size,
        Kind kind,
        Dates dates,
        Correspondents people,
        String subject,
        Threading threading,
        List<Attachment> attachments,
        Coverage coverage,
        Digest duplicateGroup) {
    public Item {
        attachments = List.copyOf(attachments);
        if (!id.equals(ItemId.of(digest))) {
            throw new IllegalArgumentException("Item " + id + " is not named after its object " + digest);
        }
    }
}
