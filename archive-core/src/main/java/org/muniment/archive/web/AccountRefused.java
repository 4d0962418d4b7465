package org.muniment.archive.web;

/** An account can't be asked for or decided on like this; nothing was changed. The message says what to do. */
public final class AccountRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccountRefused(String message) {
        super(message);
    }
}
