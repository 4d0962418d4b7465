package org.muniment.api;

import org.muniment.archive.Archive;
import org.muniment.archive.people.PeopleRefused;
import org.muniment.archive.people.Person;

/** A person that somebody named. */
final class NamedPerson {
    private NamedPerson() {}

    /**
     * Finds a person by id or any address.
     *
     * @throws PeopleRefused when there is none
     */
    static Person find(Archive archive, String name) {
        return archive.people()
                .find(name)
                .orElseThrow(() -> new PeopleRefused("The directory has no person '" + Terminal.plain(name)
                        + "'. Name one by id or address; to see all: muniment people list"));
    }
}
