package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.muniment.archive.review.RosterPerson.Permission;

/**
 * Pupils and staff, as a student information system exports them: a CSV file with a header line. Columns, in any order, of
 * which {@code first} and {@code last}, or {@code id}, must be there: {@code role} (pupil or staff; pupil when absent),
 * {@code first}, {@code middle}, {@code last}, {@code nicknames}, {@code parents}, {@code id}, {@code grade} (TK, K, 1 to 12),
 * {@code permission} (no, limited or full), {@code private}. Several values in a field have semicolons between. Other columns
 * are left alone. The file stays where it is; nothing of it is stored.
 */
public record Roster(List<RosterPerson> people) {
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("first name", "first"),
            Map.entry("firstname", "first"),
            Map.entry("given name", "first"),
            Map.entry("last name", "last"),
            Map.entry("lastname", "last"),
            Map.entry("surname", "last"),
            Map.entry("middle name", "middle"),
            Map.entry("nickname", "nicknames"),
            Map.entry("parent", "parents"),
            Map.entry("guardian", "parents"),
            Map.entry("guardians", "parents"),
            Map.entry("student id", "id"),
            Map.entry("student number", "id"),
            Map.entry("ids", "id"));

    public Roster {
        people = List.copyOf(people);
    }

    /**
     * Reads a roster.
     *
     * @throws ReviewRefused naming the line that can't be read, or the column that is missing
     */
    public static Roster read(String csv) {
        List<List<String>> rows = CsvRows.of(csv);
        if (rows.isEmpty()) {
            throw new ReviewRefused("The roster is empty");
        }
        Map<String, Integer> columns = columns(rows.getFirst());
        List<RosterPerson> people = new ArrayList<>();
        for (int number = 1; number < rows.size(); number++) {
            people.add(new Row(rows.get(number), columns, number + 1).person());
        }
        return new Roster(people);
    }

    private static Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int at = 0; at < header.size(); at++) {
            String name = header.get(at).toLowerCase(Locale.ROOT).replace('_', ' ');
            columns.putIfAbsent(OTHER_NAMES.getOrDefault(name, name), at);
        }
        if (!columns.containsKey("id") && !(columns.containsKey("first") && columns.containsKey("last"))) {
            throw new ReviewRefused("The roster's first line must name its columns: first and last, or id");
        }
        return columns;
    }

    /** A line of the file, with the number of its row from 1. */
    private record Row(List<String> values, Map<String, Integer> columns, int number) {
        RosterPerson person() {
            return new RosterPerson(
                    !value("role").equalsIgnoreCase("staff"),
                    value("first"),
                    value("middle"),
                    value("last"),
                    several("nicknames"),
                    several("parents"),
                    several("id"),
                    grade(),
                    permission(),
                    several("private"));
        }

        private String value(String column) {
            Integer at = columns.get(column);
            return at == null || at >= values.size() ? "" : values.get(at);
        }

        private List<String> several(String column) {
            return Arrays.stream(value(column).split(";"))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        private OptionalInt grade() {
            String grade = value("grade").toUpperCase(Locale.ROOT);
            return switch (grade) {
                case "" -> OptionalInt.empty();
                case "PS", "PK", "TK", "K", "KG" -> OptionalInt.of(0);
                default -> {
                    if (!grade.matches("0?[0-9]|1[0-2]")) {
                        throw new ReviewRefused("Row " + number + " of the roster: a grade is TK, K or 1 to 12");
                    }
                    yield OptionalInt.of(Integer.parseInt(grade));
                }
            };
        }

        private Permission permission() {
            return switch (value("permission").toLowerCase(Locale.ROOT)) {
                case "", "no", "none" -> Permission.NONE;
                case "yes", "limited" -> Permission.LIMITED;
                case "full" -> Permission.FULL;
                default ->
                    throw new ReviewRefused("Row " + number + " of the roster: permission is no, limited or full");
            };
        }
    }
}
