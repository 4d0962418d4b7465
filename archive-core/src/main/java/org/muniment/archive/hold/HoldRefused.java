package org.muniment.archive.hold;

/** A hold, a release or a notice can't be recorded as asked; nothing was changed. The message says what to do. */
public final class HoldRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HoldRefused(String message) {
        super(message);
    }
}
