package org.muniment.archive.production.loadfile;

/** Something is no load file. The message names the record and says what is wrong. */
public final class LoadFileMalformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long record;

    LoadFileMalformed(long record, String message) {
        super("Record " + record + ": " + message);
        this.record = record;
    }

    /** The record, from 1; in a DAT file the header is record 1. */
    public long record() {
        return record;
    }
}
