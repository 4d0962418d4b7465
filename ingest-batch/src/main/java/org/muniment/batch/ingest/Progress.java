package org.muniment.batch.ingest;

import org.muniment.archive.item.Tally;

/** Watches a run. Called after each committed portion, on the job's thread. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (soFar, expected) -> {};

    /**
     * @param soFar counts since the run began, also before an interruption
     * @param expected bytes in the source's files; -1 while unknown. A guess for time left, no promise.
     */
    void advanced(Tally soFar, long expected);
}
