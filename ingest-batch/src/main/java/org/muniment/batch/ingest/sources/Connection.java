package org.muniment.batch.ingest.sources;

import java.util.Optional;

/** Tries a source. */
@FunctionalInterface
public interface Connection {
    /**
     * Connects as a run would, and reads nothing into the archive.
     *
     * @return empty when all is well, else what is wrong in words and what to do; never a secret
     */
    Optional<String> check();
}
