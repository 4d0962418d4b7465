package org.muniment.archive.people;

import java.util.List;

/**
 * What taking over a directory's file did.
 *
 * @param number of the import, from 1
 * @param added people who were not known
 * @param changed people of whom something changed
 * @param missing people known before whom the file does not name; they stay
 * @param unchanged how many are as they were
 * @param departures that were opened, or got a further hold
 */
public record Imported(
        long number,
        List<Person> added,
        List<Change> changed,
        List<Person> missing,
        long unchanged,
        List<Departure> departures) {
    /**
     * What changed about a person.
     *
     * @param person as now
     * @param what in words
     */
    public record Change(Person person, List<String> what) {}

    public Imported {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        missing = List.copyOf(missing);
        departures = List.copyOf(departures);
    }
}
