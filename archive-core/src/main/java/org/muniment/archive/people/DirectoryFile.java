package org.muniment.archive.people;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The district's directory as a file gives it: a table with a line of headers (CSV, RFC 4180, with commas, semicolons or
 * tabs), or LDIF (RFC 2849).
 *
 * @param entries in the order of the file
 * @param skipped lines of people without an address
 * @param ignored headers that say nothing known here
 */
public record DirectoryFile(List<DirectoryEntry> entries, List<Integer> skipped, List<String> ignored) {
    public DirectoryFile {
        entries = List.copyOf(entries);
        skipped = List.copyOf(skipped);
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads a file; LDIF is known by what it holds.
     *
     * @throws DirectoryInvalid when anything in it can't be understood: with all faults and their lines
     */
    public static DirectoryFile read(byte[] bytes) {
        String text = text(bytes).replaceFirst("^\uFEFF", "");
        return isLdif(text) ? ldif(text) : table(text);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException spreadsheet) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean isLdif(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.matches("(?i)(version:\\s*1|dn::?\\s.*)\\s*"))
                .isPresent();
    }

    private static DirectoryFile ldif(String text) {
        EntryReader reader = new EntryReader();
        TreeSet<String> ignored = new TreeSet<>();
        try (LDIFReader entries = new LDIFReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            Optional<Entry> entry = next(entries, reader);
            for (int number = 1; entry.isPresent(); number++) {
                reader.take(line(text, number), said(entry.orElseThrow(), ignored));
                entry = next(entries, reader);
            }
        } catch (IOException e) {
            throw new DirectoryInvalid("The file can't be read to its end");
        }
        return reader.finish(List.copyOf(ignored));
    }

    /** Reading goes on behind an entry that can't be read, so that all faults are told at once. */
    private static Optional<Entry> next(LDIFReader entries, EntryReader reader) throws IOException {
        while (true) {
            try {
                return Optional.ofNullable(entries.readEntry());
            } catch (LDIFException e) {
                reader.fault((int) e.getLineNumber(), "this is no LDIF: " + e.getMessage());
                if (!e.mayContinueReading()) {
                    return Optional.empty();
                }
            }
        }
    }

    /** Where the entry of that number begins. */
    private static int line(String text, int number) {
        List<String> lines = text.lines().toList();
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).regionMatches(true, 0, "dn:", 0, 3) && ++seen == number) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Map<Column, List<String>> said(Entry entry, TreeSet<String> ignored) {
        Map<Column, List<String>> said = new EnumMap<>(Column.class);
        for (Attribute attribute : entry.getAttributes()) {
            Optional<Column> column = Column.named(attribute.getBaseName());
            if (column.isEmpty()) {
                ignored.add(attribute.getBaseName());
            }
            column.ifPresent(
                    one -> said.computeIfAbsent(one, any -> new ArrayList<>()).addAll(List.of(attribute.getValues())));
        }
        return said;
    }

    private static DirectoryFile table(String text) {
        String first = text.lines().findFirst().orElse("");
        char delimiter = Stream.of(',', ';', '\t')
                .max((a, b) -> Long.compare(count(first, a), count(first, b)))
                .orElse(',');
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        EntryReader reader = new EntryReader();
        try (CSVParser rows = format.parse(new StringReader(text))) {
            return table(rows, reader);
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            throw new DirectoryInvalid("The table can't be read to its end; is a quote not closed? " + e.getMessage());
        }
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private static DirectoryFile table(CSVParser rows, EntryReader reader) {
        List<Optional<Column>> columns = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        int line = 1;
        for (CSVRecord row : rows) {
            boolean isEmpty = row.size() == 1 && row.get(0).isBlank();
            if (columns.isEmpty() && !isEmpty) {
                headers(row, columns, ignored);
            } else if (!isEmpty && row.size() > columns.size()) {
                reader.fault(
                        line,
                        "has " + row.size() + " values, and the headers are " + columns.size()
                                + "; put values with commas in quotes");
            } else if (!isEmpty) {
                reader.take(line, said(row, columns));
            }
            line = (int) rows.getCurrentLineNumber() + 1;
        }
        refuseWithoutAddresses(columns);
        return reader.finish(ignored);
    }

    private static void headers(CSVRecord row, List<Optional<Column>> columns, List<String> ignored) {
        for (String header : row) {
            Optional<Column> column = Column.named(header);
            columns.add(column);
            if (column.isEmpty() && !header.isBlank()) {
                ignored.add(header.strip());
            }
        }
        refuseWithoutAddresses(columns);
    }

    private static void refuseWithoutAddresses(List<Optional<Column>> columns) {
        if (!columns.contains(Optional.of(Column.ADDRESS)) && !columns.contains(Optional.of(Column.ALIASES))) {
            throw new DirectoryInvalid("The first line names no column of addresses. Name the columns in it, such as:"
                    + " Name,Email,Aliases,Title,School,Hire date,Separation date,Employee ID");
        }
    }

    private static Map<Column, List<String>> said(CSVRecord row, List<Optional<Column>> columns) {
        Map<Column, List<String>> said = new EnumMap<>(Column.class);
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            columns.get(i)
                    .ifPresent(column -> said.computeIfAbsent(column, any -> new ArrayList<>())
                            .add(value));
        }
        return said;
    }
}
