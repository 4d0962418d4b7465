/**
 * The mailbox purge: removes the copy of a message from a mailbox's in- and out-boxes once it is old enough by the
 * server's own clock and the archive's object of the same bytes has been read back and proved. What is removed from a
 * mailbox stays in the archive under its class. A {@link org.muniment.batch.mailbox.Mailbox} is the port, with
 * {@link org.muniment.batch.mailbox.MaildirMailbox} and {@link org.muniment.batch.mailbox.ImapMailbox}.
 */
@NullMarked
package org.muniment.batch.mailbox;

import org.jspecify.annotations.NullMarked;
