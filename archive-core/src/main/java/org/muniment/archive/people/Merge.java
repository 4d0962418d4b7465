package org.muniment.archive.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.people.DirectoryInvalid.Fault;

/**
 * Holds a file's entries against the people known. Somebody is known by the district's number, else by any address.
 * Nothing is written here.
 */
final class Merge {
    private final Map<String, Person> byEmployee = new HashMap<>();
    private final Map<String, Person> byAddress = new HashMap<>();
    private final Map<PersonId, DirectoryEntry> taken = new LinkedHashMap<>();
    private final Map<PersonId, Person> known = new LinkedHashMap<>();
    private final List<DirectoryEntry> fresh = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Merge(List<Person> people) {
        for (Person person : people) {
            known.put(person.id(), person);
            person.addresses().forEach(address -> byAddress.put(address, person));
            if (!person.employee().isEmpty()) {
                byEmployee.put(person.employee(), person);
            }
        }
    }

    /** @throws DirectoryInvalid when it can't be told who is who */
    Merge take(List<DirectoryEntry> entries) {
        refuseTwice(entries);
        entries.forEach(this::take);
        if (!faults.isEmpty()) {
            throw new DirectoryInvalid(faults);
        }
        return this;
    }

    private void refuseTwice(List<DirectoryEntry> entries) {
        Map<String, Integer> lines = new HashMap<>();
        for (DirectoryEntry entry : entries) {
            List<String> names = new ArrayList<>(entry.addresses());
            if (!entry.employee().isEmpty()) {
                names.add("employee number " + entry.employee());
            }
            for (String name : names) {
                Integer before = lines.putIfAbsent(name, entry.line());
                if (before != null) {
                    faults.add(new Fault(
                            entry.line(), name + " stands on line " + before + " too; one person has one line"));
                }
            }
        }
    }

    private void take(DirectoryEntry entry) {
        Set<Person> found = new LinkedHashSet<>();
        Optional.ofNullable(byEmployee.get(entry.employee())).ifPresent(found::add);
        entry.addresses()
                .forEach(address -> Optional.ofNullable(byAddress.get(address)).ifPresent(found::add));
        if (found.size() > 1) {
            faults.add(new Fault(
                    entry.line(),
                    "its addresses and number are those of several people: "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(one -> one.id() + " " + one.name())
                                            .toList())
                            + ". An address stays with the person who had it first"));
        } else if (found.isEmpty()) {
            fresh.add(entry);
        } else {
            found.forEach(person -> taken.put(person.id(), entry));
        }
    }

    /** Entries of people who are not known. */
    List<DirectoryEntry> fresh() {
        return fresh;
    }

    /** People known whom no entry names. */
    List<Person> missing() {
        return known.values().stream()
                .filter(person -> !taken.containsKey(person.id()))
                .toList();
    }

    /** People known whom an entry names, as they are now. */
    List<Imported.Change> named() {
        return taken.entrySet().stream()
                .map(one -> change(Objects.requireNonNull(known.get(one.getKey())), one.getValue()))
                .toList();
    }

    /** What a file leaves out stays as it was; a day of separation too, since a hold hangs on it. */
    private static Imported.Change change(Person was, DirectoryEntry entry) {
        Set<String> addresses = new LinkedHashSet<>(was.addresses());
        addresses.addAll(entry.addresses());
        Person now = new Person(
                was.id(),
                or(entry.employee(), was.employee()),
                or(entry.name(), was.name()),
                List.copyOf(addresses),
                or(entry.role(), was.role()),
                or(entry.site(), was.site()),
                entry.hired() == null ? was.hired() : entry.hired(),
                entry.separated() == null ? was.separated() : entry.separated(),
                true);
        return new Imported.Change(now, words(was, now));
    }

    private static String or(String said, String otherwise) {
        return said.isEmpty() ? otherwise : said;
    }

    static List<String> words(Person was, Person now) {
        List<String> words = new ArrayList<>();
        differ(words, "name", was.name(), now.name());
        differ(words, "employee number", was.employee(), now.employee());
        differ(words, "role", was.role(), now.role());
        differ(words, "site", was.site(), now.site());
        differ(words, "hired", String.valueOf(was.hired()), String.valueOf(now.hired()));
        differ(words, "separated", String.valueOf(was.separated()), String.valueOf(now.separated()));
        now.addresses().stream()
                .filter(address -> !was.addresses().contains(address))
                .forEach(address -> words.add("also " + address));
        return words;
    }

    private static void differ(List<String> words, String what, String was, String now) {
        if (!was.equals(now)) {
            String before = was.isEmpty() || was.equals("null") ? "not known" : was;
            words.add(what + " " + now + " (was " + before + ")");
        }
    }
}
