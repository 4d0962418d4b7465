package org.muniment.batch.expire;

/** A purge can't go on for now. What it has done is done and noted; started again it goes on from there. */
public final class ExpireFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpireFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
