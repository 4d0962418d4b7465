package org.muniment.archive.pdf;

/** A file that can't be made into pages; the message says why in plain words. Nothing of it is in the bundle. */
public final class Unpaintable extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason a sentence without a full stop: "The file is protected by a password" */
    public Unpaintable(String reason) {
        super(reason);
    }

    Unpaintable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
