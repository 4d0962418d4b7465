package org.muniment.archive.access;

/** A part of what is done here, for which a token may be good or not. */
public enum Area {
    /** Finding and reading items; searches that are kept. */
    SEARCH("Mail and searches"),
    /** Requests for records: their review, their letters. */
    REQUESTS("Requests and their review"),
    /** Legal holds and their notices; the directory and those who leave. */
    HOLDS("Holds, people and departures"),
    /** Plans of destruction. */
    DISPOSITION("Plans of destruction"),
    /** What is handed out. */
    PRODUCTIONS("What is handed out"),
    /** Sources, runs, nights, the ledger, accounts. */
    ADMIN("Sources, ledger and accounts");

    private final String title;

    Area(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
