package org.muniment.archive.access;

/** A part of what programs may do for a person; a token names those it is for. */
public enum Area {
    /** Searching and reading items. */
    MAIL,
    REQUESTS,
    HOLDS,
    /** Codings and redactions. */
    REVIEW,
    PRODUCTIONS,
    DISPOSITION,
    /** The directory and departures. */
    PEOPLE,
    /** Sources, runs, nights and the state of the archive. */
    OPERATION,
    /** The custody ledger. */
    LEDGER
}
