package org.muniment.archive.review;

/** A file of exemptions that can't be used as written; the message names each line that is wrong. */
public final class ExemptionsInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExemptionsInvalid(String message) {
        super(message);
    }
}
