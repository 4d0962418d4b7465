package org.muniment.archive.review;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A pupil or a person of the staff.
 *
 * @param pupil false for staff, whose names are public
 * @param first given name
 * @param middle name or initial; empty when unknown
 * @param last family name
 * @param nicknames other given names
 * @param parents full names of parents and guardians
 * @param ids numbers that name the person
 * @param grade 0 for kindergarten and before; empty when unknown
 * @param permission what parents allow to be shown (AR 7203 F)
 * @param secrets other texts to hide: a private telephone number, a street
 */
public record RosterPerson(
        boolean pupil,
        String first,
        String middle,
        String last,
        List<String> nicknames,
        List<String> parents,
        List<String> ids,
        OptionalInt grade,
        Permission permission,
        List<String> secrets) {
    private static final int LAST_OF_INTERMEDIATE = 8;

    /** What parents allow. */
    public enum Permission {
        NONE,
        /** First name and the last name's initial. */
        LIMITED,
        /** The full name, of a pupil in high school. */
        FULL
    }

    public RosterPerson {
        nicknames = List.copyOf(nicknames);
        parents = List.copyOf(parents);
        ids = List.copyOf(ids);
        secrets = List.copyOf(secrets);
    }

    /** What AR 7203 F lets stand: elementary and intermediate pupils are never named in full. */
    Permission shown() {
        boolean high = grade.isPresent() && grade.getAsInt() > LAST_OF_INTERMEDIATE;
        if (grade.isEmpty()) {
            return Permission.NONE;
        }
        return permission == Permission.FULL && !high ? Permission.LIMITED : permission;
    }

    Stream<String> given() {
        return Stream.concat(Stream.of(first), nicknames.stream()).filter(name -> !name.isBlank());
    }
}
