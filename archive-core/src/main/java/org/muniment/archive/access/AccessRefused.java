package org.muniment.archive.access;

/** What was asked can't be done with these accounts as they stand. The message says why and what to do. */
public final class AccessRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessRefused(String message) {
        super(message);
    }
}
