package org.muniment.batch.mailbox;

/** A mailbox, or a message in it, can't be read. Nothing is removed then. */
public final class MailboxUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MailboxUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public MailboxUnavailable(String message) {
        super(message);
    }
}
