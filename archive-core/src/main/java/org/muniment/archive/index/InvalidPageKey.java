package org.muniment.archive.index;

/** A page key that no search gave, or one of another order. */
public final class InvalidPageKey extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    InvalidPageKey(String key) {
        super("No page begins at \"" + key.substring(0, Math.min(60, key.length()))
                + "\"; give the key as the page before told it, in the same order");
    }
}
