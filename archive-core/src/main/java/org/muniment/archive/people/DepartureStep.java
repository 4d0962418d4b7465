package org.muniment.archive.people;

/** What is done about the mail of somebody who left, in this order, before its hold may be released. */
public enum DepartureStep {
    CLASSIFICATION("classification", "The supervisor or the records officer looked at what is Class 1 or 2"),
    HOLD_CHECK("hold check", "Nobody else needs the mail: no suit, claim, request, audit or inquiry"),
    FIRST_APPROVAL("first approval", "The first person approves"),
    SECOND_APPROVAL("second approval", "Another person approves"),
    BUNDLE("bundle", "The supervisor was given a copy of the mailbox"),
    DECISION("decision", "It was decided what becomes of the mail");

    private final String words;
    private final String meaning;

    DepartureStep(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** As people name it. */
    public String words() {
        return words;
    }

    /** What whoever takes it says. */
    public String meaning() {
        return meaning;
    }
}
