package org.muniment.batch.fixity;

/** What to do about a fault. */
final class Remedy {
    static final String BACKUP = "restore the catalogue from a backup";
    static final String EXECUTE = "run: muniment purge execute";
    static final String SWEEP = "run: muniment purge execute --sweep";
    static final String REINDEX = "run: muniment reindex";

    private Remedy() {}
}
