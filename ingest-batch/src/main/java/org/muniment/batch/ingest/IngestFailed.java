package org.muniment.batch.ingest;

/** A run could not go on, or did not add up. What was taken in before stays; the message says what to do. */
public final class IngestFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IngestFailed(String message, Throwable cause) {
        super(message, cause);
    }

    public IngestFailed(String message) {
        super(message);
    }
}
