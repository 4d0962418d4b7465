package org.muniment.batch.mail;

/** A letter was not taken by the mail server; the message says why. */
public final class MailRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MailRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
