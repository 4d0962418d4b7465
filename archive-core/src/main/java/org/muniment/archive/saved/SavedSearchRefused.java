package org.muniment.archive.saved;

/** A search can't be kept as asked; the message says why. */
public final class SavedSearchRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    SavedSearchRefused(String message) {
        super(message);
    }
}
