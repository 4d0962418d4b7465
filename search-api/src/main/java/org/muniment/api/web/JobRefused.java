package org.muniment.api.web;

/** A job is not begun, or not begun again; the message says what to do. */
public final class JobRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    JobRefused(String message) {
        super(message);
    }
}
