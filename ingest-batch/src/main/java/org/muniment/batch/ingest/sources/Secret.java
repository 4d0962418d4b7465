package org.muniment.batch.ingest.sources;

/**
 * A password, token or key. It is never shown: not in logs, errors, names of runs or the archive. Whoever connects asks
 * for it with {@link #reveal()} at that moment, and keeps it nowhere.
 */
public final class Secret {
    private final String value;

    Secret(String value) {
        this.value = value;
    }

    /** The secret itself: for the connection only. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
