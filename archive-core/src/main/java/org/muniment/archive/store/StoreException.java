package org.muniment.archive.store;

/** Something an object store could not do. The message says what to do about it. */
public abstract sealed class StoreException extends RuntimeException
        permits ObjectMissing, ObjectCorrupt, StoreRefused, StoreUnavailable {
    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
