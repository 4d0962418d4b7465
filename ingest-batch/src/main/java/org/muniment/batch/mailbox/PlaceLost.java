package org.muniment.batch.mailbox;

/** A place in a mailbox means nothing any more: its folder is not there, or the server has numbered it anew. */
public final class PlaceLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PlaceLost(String message) {
        super(message);
    }
}
