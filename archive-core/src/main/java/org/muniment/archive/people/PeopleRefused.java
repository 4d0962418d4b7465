package org.muniment.archive.people;

/** Something about people or departures that is not done, and what to do instead. */
public final class PeopleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PeopleRefused(String message) {
        super(message);
    }
}
