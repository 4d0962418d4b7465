package org.muniment.archive.review;

/** Kinds of personal data that finders look for. */
public enum PersonalData {
    SSN("Social Security number"),
    PHONE("personal telephone number"),
    EMAIL("personal e-mail address"),
    BIRTH_DATE("birth date"),
    HOME_ADDRESS("home address"),
    /** A pupil's name, number or parents, by the roster. */
    PUPIL("pupil"),
    /** What the roster says of a person of the staff that is not public. */
    STAFF("private data of staff");

    private final String words;

    PersonalData(String words) {
        this.words = words;
    }

    /** As people name it. */
    public String words() {
        return words;
    }
}
