package org.muniment.archive.hold;

/** Why a hold is placed. */
public enum HoldKind {
    LITIGATION("litigation"),
    /** A records request under the Public Records Act that is not closed yet. */
    RECORDS_REQUEST("records request"),
    /** An employee left and nobody has decided on the mailbox yet. */
    DEPARTED_EMPLOYEE("departed employee"),
    AUDIT("audit");

    private final String words;

    HoldKind(String words) {
        this.words = words;
    }

    /** As people name it. */
    public String words() {
        return words;
    }
}
