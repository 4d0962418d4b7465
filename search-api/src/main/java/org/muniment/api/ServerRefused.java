package org.muniment.api;

/** A server did not do what it was asked, or could not be asked. */
final class ServerRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    ServerRefused(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** Code for the shell. */
    int exit() {
        return exit;
    }
}
