package org.muniment.archive.index;

/** The index cannot be opened, read or written. The message says what to do; nothing but time is lost by a rebuild. */
public final class IndexUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    IndexUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    IndexUnavailable(String message) {
        super(message);
    }
}
