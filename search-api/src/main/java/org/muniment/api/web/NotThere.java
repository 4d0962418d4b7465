package org.muniment.api.web;

/** What is asked for does not exist, or is nothing that this person may know of: the answer is the same. */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotThere() {
        super("There is nothing at this address.");
    }
}
