package org.muniment.batch.holding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Notice;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.people.Person;

/**
 * Somebody who is told of a hold, once for all the addresses the hold has of that person.
 *
 * @param name by the directory; the address when the directory does not know it
 * @param custodian whom the letter goes to
 * @param addresses all that the hold has of the person, in their order; the letter counts for each
 * @param steps what was recorded of {@code custodian}, in its order
 */
public record Recipient(String name, Custodian custodian, List<Custodian> addresses, List<Notice> steps) {
    public Recipient {
        addresses = List.copyOf(addresses);
        steps = List.copyOf(steps);
    }

    /** Everybody whom a hold names and everybody who was told of it, by name. */
    public static List<Recipient> of(Archive archive, LegalHold hold) {
        List<Notice> told = archive.notices().of(hold.id());
        Set<Custodian> all = new TreeSet<>(hold.scope().custodians());
        told.forEach(notice -> all.add(notice.custodian()));
        Map<String, List<Custodian>> persons = new LinkedHashMap<>();
        all.forEach(one -> persons.computeIfAbsent(key(archive, one), any -> new ArrayList<>())
                .add(one));
        return persons.values().stream()
                .map(addresses -> recipient(archive, addresses, told))
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList();
    }

    private static String key(Archive archive, Custodian custodian) {
        return person(archive, custodian).map(one -> one.id().value()).orElse(custodian.address());
    }

    private static Optional<Person> person(Archive archive, Custodian custodian) {
        return custodian.address().indexOf('@') < 0
                ? Optional.empty()
                : archive.people().find(custodian.address());
    }

    private static Recipient recipient(Archive archive, List<Custodian> addresses, List<Notice> told) {
        Optional<Person> person = person(archive, addresses.getFirst());
        Custodian to = person.map(Person::custodian).filter(addresses::contains).orElse(addresses.getFirst());
        return new Recipient(
                person.map(Person::name).orElse(to.address()),
                to,
                addresses,
                told.stream().filter(notice -> notice.custodian().equals(to)).toList());
    }

    /** The step of that kind; empty when it was not taken. Of several reminders the latest. */
    public Optional<Notice> step(Notice.Step step) {
        Stream<Notice> taken = steps.stream().filter(notice -> notice.step() == step);
        return taken.reduce((first, later) -> later);
    }
}
