/**
 * Mail accounts on IMAP servers (RFC 9051, RFC 3501). {@link org.muniment.batch.ingest.imap.MailAccount} names one,
 * {@link org.muniment.batch.ingest.imap.ImapConnection} talks to it, {@link org.muniment.batch.ingest.imap.ImapSource}
 * takes all of its folders in. Nothing a server says is believed where believing it could lose a message: a list of
 * messages is compared with the server's own count, and what was read is noted message by message.
 */
@NullMarked
package org.muniment.batch.ingest.imap;

import org.jspecify.annotations.NullMarked;
