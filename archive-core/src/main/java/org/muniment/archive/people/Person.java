package org.muniment.archive.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;

/**
 * Somebody who works or worked for the district.
 *
 * @param id the archive's name for the person
 * @param employee the number the district gives; empty when it gives none
 * @param name as the directory has it
 * @param addresses in lower case; the first names the person as a custodian and never changes, the rest are aliases
 * @param role what the person does
 * @param site where
 * @param hired first day; null when not known
 * @param separated last day; null while the person works here
 * @param isListed whether the latest file named the person
 */
public record Person(
        PersonId id,
        String employee,
        String name,
        List<String> addresses,
        String role,
        String site,
        @Nullable LocalDate hired,
        @Nullable LocalDate separated,
        boolean isListed) {
    public Person {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("A person is known by an address");
        }
    }

    /** Whose mailbox items are in that were sent to any of the addresses. */
    public Custodian custodian() {
        return new Custodian(addresses.getFirst());
    }

    /** Everything the person's mail may be filed under. */
    public Set<Custodian> custodians() {
        return addresses.stream().map(Custodian::new).collect(Collectors.toUnmodifiableSet());
    }
}
