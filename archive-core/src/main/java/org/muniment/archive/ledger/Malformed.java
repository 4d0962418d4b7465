package org.muniment.archive.ledger;

/** A text that is not in the form of a note, checkpoint, proof, key or entry. The message says where and why. */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }

    Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
