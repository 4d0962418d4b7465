package org.muniment.api.web;

/** A link with a secret that does not work any more, or never did: the answer is the same, and says what to do. */
public final class LinkOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param words what to do, in whole sentences */
    public LinkOver(String words) {
        super(words);
    }
}
