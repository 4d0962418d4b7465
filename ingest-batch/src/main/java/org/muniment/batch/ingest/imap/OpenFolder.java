package org.muniment.batch.ingest.imap;

/**
 * A folder as it was when it was opened.
 *
 * @param folder which
 * @param validity its UIDVALIDITY: as long as it stays, a UID means the same message (RFC 9051, 2.3.1.1)
 * @param messages how many it holds
 * @param readOnly whether nothing in it can be changed
 */
public record OpenFolder(MailFolder folder, long validity, long messages, boolean readOnly) {
    /** The place of a message in it. */
    public Place place(long uid) {
        return new Place(validity, uid, folder.name());
    }
}
