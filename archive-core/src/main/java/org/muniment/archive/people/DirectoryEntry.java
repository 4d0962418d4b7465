package org.muniment.archive.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as a file lists one.
 *
 * @param line where it begins in the file, from 1
 * @param employee the district's number; empty for none
 * @param addresses in lower case, the main one first; at least one
 * @param hired null when the file does not say
 * @param separated null when the file does not say
 */
public record DirectoryEntry(
        int line,
        String employee,
        String name,
        List<String> addresses,
        String role,
        String site,
        @Nullable LocalDate hired,
        @Nullable LocalDate separated) {
    public DirectoryEntry {
        addresses = List.copyOf(addresses);
    }
}
