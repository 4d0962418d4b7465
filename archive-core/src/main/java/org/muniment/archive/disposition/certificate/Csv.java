package org.muniment.archive.disposition.certificate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values, RFC 4180, each on one line. */
final class Csv {
    private Csv() {}

    /** A line, without its end. Line breaks and tabs within a field become spaces. */
    static String line(String... fields) {
        return Arrays.stream(fields).map(Csv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        String plain = field.replaceAll("\\p{Cntrl}", " ");
        boolean safe = plain.chars().noneMatch(c -> c == ',' || c == '"') && plain.equals(plain.strip());
        return safe ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }

    /**
     * The fields of a line.
     *
     * @throws IllegalArgumentException when a quote is not closed
     */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean doubled = quoted && c == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"';
            if (doubled) {
                field.append('"');
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("A quote is not closed");
        }
        fields.add(field.toString());
        return fields;
    }
}
