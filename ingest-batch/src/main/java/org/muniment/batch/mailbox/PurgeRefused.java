package org.muniment.batch.mailbox;

/** What a person asked of the mailbox purge is not allowed as things are. The message says why and what to do. */
public final class PurgeRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PurgeRefused(String message) {
        super(message);
    }
}
