package org.muniment.archive.access;

/** What an account may do. Everybody is {@link #STAFF}; whoever looks after the machine does not read mail by that. */
public enum Role {
    /** Searches the own mail, and keeps what must be kept. */
    STAFF("staff"),
    /** Answers requests for records; reads others' mail for them. */
    CLERK("records clerk"),
    /** Places holds; reads others' mail for a matter. */
    LEGAL("legal"),
    /** Decides what is destroyed; reads others' mail for that. */
    RECORDS_OFFICER("records officer"),
    /** Looks after accounts, sources and the machine. */
    ADMINISTRATOR("administrator"),
    /** Looks at who looked at what, at the ledger and at certificates. */
    AUDITOR("auditor");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }
}
