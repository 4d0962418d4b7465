package org.muniment.archive.store;

/** The store refused a deed for good: a lock, a hold, or credentials forbid it. Trying again does not help. */
public final class StoreRefused extends StoreException {
    private static final long serialVersionUID = 1L;

    public StoreRefused(String message) {
        super(message);
    }

    public StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
