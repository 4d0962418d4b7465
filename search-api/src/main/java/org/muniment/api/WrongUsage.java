package org.muniment.api;

/** The command was called in a way it does not understand; the message says how to call it. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
