package org.muniment.api;

import org.muniment.archive.Archive;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureId;
import org.muniment.archive.people.PeopleRefused;

/** A departure that a person named. */
final class NamedDeparture {
    private NamedDeparture() {}

    /**
     * Reads its name.
     *
     * @throws WrongUsage when it is none
     */
    static DepartureId id(String name) {
        try {
            return new DepartureId(name);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    /**
     * Finds it.
     *
     * @throws PeopleRefused when there is none of that name
     */
    static Departure find(Archive archive, String name) {
        DepartureId id = id(name);
        return archive.people()
                .departures()
                .find(id)
                .orElseThrow(() -> new PeopleRefused(
                        "There is no departure " + id + ". To see them all: muniment departed list --all"));
    }
}
