package org.muniment.api;

/** The command was called in a way it does not understand; the message says how to call it. */
public final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongUsage(String message) {
        super(message);
    }
}
