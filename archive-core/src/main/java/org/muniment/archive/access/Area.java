package org.muniment.archive.access;

/** A part of what is done here, for which a token may be good or not. */
public enum Area {
    /** Finding and reading items; searches that are kept. */
    SEARCH("search and read mail"),
    /** Requests for records: their review, their letters. */
    REQUESTS("requests and their review"),
    /** Legal holds and their notices; the directory and those who leave. */
    HOLDS("holds, people and departures"),
    /** Plans of destruction. */
    DISPOSITION("plans of destruction"),
    /** What is handed out. */
    PRODUCTIONS("what is handed out"),
    /** Sources, runs, nights, the ledger, accounts. */
    ADMIN("sources, ledger and accounts");

    private final String words;

    Area(String words) {
        this.words = words;
    }

    /** What it is, after "for". */
    public String words() {
        return words;
    }
}
