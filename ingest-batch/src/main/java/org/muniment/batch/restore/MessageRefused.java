package org.muniment.batch.restore;

/** A mailbox does not take a message; the others are put back all the same. The message says why. */
public final class MessageRefused extends Exception {
    private static final long serialVersionUID = 1;

    public MessageRefused(String message) {
        super(message);
    }
}
