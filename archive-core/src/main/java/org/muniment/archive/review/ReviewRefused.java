package org.muniment.archive.review;

/** A decision can't be recorded as asked; nothing was changed. The message says what to do. */
public final class ReviewRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReviewRefused(String message) {
        super(message);
    }
}
