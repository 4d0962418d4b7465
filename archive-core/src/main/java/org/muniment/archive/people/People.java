package org.muniment.archive.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of people. Nobody is ever deleted, and an address once known stays: old mail is found by it. A day of
 * separation opens a {@link Departure} with its hold, in the same transaction. Changes run in the caller's transaction.
 * Safe for many threads and processes.
 */
public final class People {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final Holds holds;
    private final Departures departures;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every change is noted, in the same transaction
     * @param holds where the mail of leavers is held
     */
    public People(DataSource writer, DataSource reader, Ledger ledger, Holds holds) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.holds = holds;
        this.departures = new Departures(writer, reader, ledger, holds);
    }

    /** The departures. */
    public Departures departures() {
        return departures;
    }

    /** Everybody, by name. */
    public List<Person> list() {
        return new PersonRows(reader)
                .all().stream()
                        .sorted(Comparator.comparing((Person one) -> one.name().toLowerCase(Locale.ROOT))
                                .thenComparing(one -> one.addresses().getFirst()))
                        .toList();
    }

    /** Finds a person by id ({@code PE7}) or by any address, in any case of letters. */
    public Optional<Person> find(String idOrAddress) {
        String name = idOrAddress.strip();
        PersonRows rows = new PersonRows(reader);
        return name.indexOf('@') < 0
                ? rows.all().stream()
                        .filter(one -> one.id().value().equalsIgnoreCase(name))
                        .findFirst()
                : rows.find(name.toLowerCase(Locale.ROOT));
    }

    /** Every address that is known, and whose mailbox it is. */
    public Map<String, Custodian> custodians() {
        Map<String, Custodian> found = new HashMap<>();
        new PersonRows(reader)
                .all()
                .forEach(person -> person.addresses().forEach(address -> found.put(address, person.custodian())));
        return Map.copyOf(found);
    }

    /**
     * Takes over a directory's file. People it does not name stay as they are.
     *
     * @param digest of the file, 64 hexadecimal digits
     * @throws DirectoryInvalid when it can't be told who is who; nothing is changed then
     */
    public Imported take(List<DirectoryEntry> entries, String digest, Officer by, Instant at) {
        holds.lockEpoch();
        PersonRows rows = new PersonRows(writer);
        long number = rows.next("imports");
        Merge merge = new Merge(rows.all()).take(entries);
        List<Person> added =
                merge.fresh().stream().map(entry -> added(rows, entry, number)).toList();
        List<Imported.Change> named = merge.named();
        List<Imported.Change> changed =
                named.stream().filter(one -> !one.what().isEmpty()).toList();
        changed.forEach(one -> rows.change(one.person(), knownAddresses(one)));
        rows.seen(named.stream().map(Imported.Change::person).toList(), number);
        List<Person> listed = new ArrayList<>(added);
        named.forEach(one -> listed.add(one.person()));
        List<Departure> opened = listed.stream()
                .flatMap(person -> departures.cover(person, by, at).stream())
                .toList();
        note(number, digest, added.size(), changed.size(), merge.missing().size(), by, at);
        return new Imported(number, added, changed, merge.missing(), named.size() - changed.size(), opened);
    }

    private static int knownAddresses(Imported.Change change) {
        long more = change.what().stream()
                .filter(words -> words.startsWith("also "))
                .count();
        return change.person().addresses().size() - (int) more;
    }

    private void note(long number, String digest, long added, long changed, long missing, Officer by, Instant at) {
        writer.update(
                "insert into people_import (number, file, at, officer) values (?, ?, ?, ?)",
                number,
                digest,
                at.truncatedTo(ChronoUnit.MILLIS).toEpochMilli(),
                by.name());
        ledger.append(List.of(
                new CustodyEvent.PeopleImported(at, "people " + number, digest, added, changed, missing, by.name())));
    }

    private static Person added(PersonRows rows, DirectoryEntry entry, long seen) {
        Person person = new Person(
                PersonId.of(rows.next("people")),
                entry.employee(),
                entry.name(),
                entry.addresses(),
                entry.role(),
                entry.site(),
                entry.hired(),
                entry.separated(),
                true);
        rows.add(person, seen);
        return person;
    }

    /**
     * Records that somebody leaves, and holds the mail from then on.
     *
     * @param separated the last day; may be still to come
     * @return the departure, with its hold
     * @throws PeopleRefused when there is no such person, or the departure of that day is over already
     */
    public Departure separate(PersonId id, LocalDate separated, Officer by, Instant at) {
        holds.lockEpoch();
        PersonRows rows = new PersonRows(writer);
        rows.lock();
        Person was = rows.find(id)
                .orElseThrow(
                        () -> new PeopleRefused("There is no person " + id + ". To see all: muniment people list"));
        Person now = new Person(
                was.id(),
                was.employee(),
                was.name(),
                was.addresses(),
                was.role(),
                was.site(),
                was.hired(),
                separated,
                was.isListed());
        rows.change(now, was.addresses().size());
        return departures
                .cover(now, by, at)
                .orElseThrow(() -> new PeopleRefused(
                        was.name() + " (" + id + ") has a departure already: muniment departed list"));
    }
}
