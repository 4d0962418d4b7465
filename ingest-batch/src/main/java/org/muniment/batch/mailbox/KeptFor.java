package org.muniment.batch.mailbox;

/** Why a message stays in its mailbox. */
public enum KeptFor {
    OTHER_FOLDER("in another folder than the in- and out-boxes: never touched"),
    DRAFT("a draft, not yet sent"),
    FLAGGED("flagged by the mailbox's owner"),
    UNKNOWN_AGE("the mail server does not say when it was received"),
    NOT_OLD_ENOUGH("not old enough by the mail server's own clock"),
    ON_HOLD("the custodian is on a legal hold"),
    UNREADABLE("could not be read from the mailbox"),
    NOT_ARCHIVED("the archive has no object of these bytes"),
    NOT_COLLECTED_HERE("the archive has these bytes, but not from this mailbox"),
    OBJECT_MISSING("the archive's object is missing: run muniment verify"),
    OBJECT_CORRUPT("the archive's object is damaged: run muniment verify"),
    OBJECT_UNPROVED("the archive's object could not be read back just now"),
    SOURCE_NOT_RECONCILED("the mailbox's last ingest was not reconciled"),
    CHANGED("changed between listing and removing"),
    ABSENT("moved or removed by somebody else meanwhile"),
    RENUMBERED(
            "its folder was moved, or the mail server has numbered it anew: nothing can be said of it by its number"),
    REFUSED("the mail server did not remove it"),
    RUN_STOPPED("the run was stopped before its turn");

    private final String words;

    KeptFor(String words) {
        this.words = words;
    }

    /** As a clerk reads it. */
    public String words() {
        return words;
    }
}
