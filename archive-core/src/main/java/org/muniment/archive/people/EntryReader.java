package org.muniment.archive.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.people.DirectoryInvalid.Fault;

/** Makes entries of what a row or an LDAP entry says, and gathers what is wrong with them. For one thread. */
final class EntryReader {
    private static final int LONGEST = 500;
    private static final String ADDRESS = "[^\\s@<>,;\"\\p{Cc}]+@[^\\s@<>,;\"\\p{Cc}]+";
    private static final int LONGEST_ADDRESS = 320;
    private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-MM-dd", "M/d/uuuu", "uuuuMMdd")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private final List<DirectoryEntry> entries = new ArrayList<>();
    private final List<Integer> skipped = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Takes what is said of one person; somebody without an address has no mailbox and is skipped. */
    void take(int line, Map<Column, List<String>> said) {
        List<String> addresses = addresses(line, said);
        if (addresses.isEmpty()) {
            skipped.add(line);
            return;
        }
        entries.add(new DirectoryEntry(
                line,
                one(line, said, Column.EMPLOYEE),
                name(line, said, addresses.getFirst()),
                addresses,
                one(line, said, Column.ROLE),
                one(line, said, Column.SITE),
                day(line, said, Column.HIRED),
                day(line, said, Column.SEPARATED)));
    }

    void fault(int line, String what) {
        faults.add(new Fault(line, what));
    }

    /**
     * All of it.
     *
     * @param ignored columns that say nothing known
     */
    DirectoryFile finish(List<String> ignored) {
        if (entries.isEmpty() && faults.isEmpty()) {
            throw new DirectoryInvalid("The file lists nobody who has an address");
        }
        if (!faults.isEmpty()) {
            throw new DirectoryInvalid(faults);
        }
        return new DirectoryFile(entries, skipped, ignored);
    }

    private static List<String> all(Map<Column, List<String>> said, Column column) {
        return said.getOrDefault(column, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private String one(int line, Map<Column, List<String>> said, Column column) {
        String value = all(said, column).stream().findFirst().orElse("").replaceAll("\\s+", " ");
        if (value.length() > LONGEST) {
            fault(line, "a value of more than " + LONGEST + " characters; is a quote not closed?");
        }
        return value;
    }

    private String name(int line, Map<Column, List<String>> said, String otherwise) {
        String whole = one(line, said, Column.NAME);
        String parts = Stream.of(Column.FIRST, Column.LAST)
                .map(column -> one(line, said, column))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(whole, parts)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    /** The main one first: that of its own column, or the one that a directory server marks by capital letters. */
    private List<String> addresses(int line, Map<Column, List<String>> said) {
        List<String> written = Stream.of(Column.ADDRESS, Column.ALIASES)
                .flatMap(column -> all(said, column).stream())
                .flatMap(value -> Stream.of(value.split("[\\s;,|]+")))
                .filter(value -> !value.isEmpty())
                .toList();
        Set<String> addresses = new LinkedHashSet<>();
        if (all(said, Column.ADDRESS).isEmpty()) {
            written.stream()
                    .filter(value -> value.startsWith("SMTP:"))
                    .forEach(value -> address(line, value).ifPresent(addresses::add));
        }
        written.forEach(value -> address(line, value).ifPresent(addresses::add));
        return List.copyOf(addresses);
    }

    private Optional<String> address(int line, String written) {
        int colon = written.indexOf(':');
        String scheme = written.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        if (colon > 0 && !scheme.equals("smtp")) {
            // Other kinds of address, such as those of telephones, are no mailboxes.
            return Optional.empty();
        }
        String address = written.substring(colon + 1).toLowerCase(Locale.ROOT);
        if (!address.matches(ADDRESS) || address.length() > LONGEST_ADDRESS) {
            fault(line, "'" + written + "' is no address; write it as name@district.example");
            return Optional.empty();
        }
        return Optional.of(address);
    }

    private @Nullable LocalDate day(int line, Map<Column, List<String>> said, Column column) {
        String written = one(line, said, column);
        // Directory servers write times as 20260630000000Z.
        String bare = written.matches("[0-9]{14}(\\.[0-9]+)?Z?") ? written.substring(0, 8) : written;
        if (bare.isEmpty()) {
            return null;
        }
        for (DateTimeFormatter form : DAYS) {
            try {
                return LocalDate.parse(bare, form);
            } catch (DateTimeException another) {
                // it is written in another way
            }
        }
        fault(line, "'" + written + "' is no day; write it as 2026-06-30 or 6/30/2026");
        return null;
    }
}
