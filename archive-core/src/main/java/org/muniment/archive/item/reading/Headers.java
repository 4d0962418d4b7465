package org.muniment.archive.item.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.Kind;

/**
 * The header fields of one message or part in their order. Values are kept as written, one character per byte, and are
 * decoded only when asked for.
 */
final class Headers {
    private record Line(String name, String value) {}

    private final List<Line> lines = new ArrayList<>(24);

    void add(String name, String value) {
        lines.add(new Line(name, value));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The topmost field of that name (given in lower case), unfolded; empty when there is none. */
    String first(String name) {
        for (Line line : lines) {
            if (line.name().equalsIgnoreCase(name)) {
                return unfold(line.value());
            }
        }
        return "";
    }

    /** Every field of that name, unfolded. */
    List<String> all(String name) {
        List<String> found = new ArrayList<>(2);
        for (Line line : lines) {
            if (line.name().equalsIgnoreCase(name)) {
                found.add(unfold(line.value()));
            }
        }
        return found;
    }

    /** The kind that an {@link AssembledMessage} names in its first line. Mail that passed a server has others first. */
    Optional<Kind> assembled() {
        if (lines.isEmpty() || !lines.getFirst().name().equalsIgnoreCase(AssembledMessage.MARK)) {
            return Optional.empty();
        }
        String kind = unfold(lines.getFirst().value());
        return Arrays.stream(Kind.values())
                .filter(one -> one.name().equalsIgnoreCase(kind))
                .findFirst();
    }

    boolean has(String name) {
        return lines.stream().anyMatch(line -> line.name().equalsIgnoreCase(name));
    }

    private static String unfold(String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0 && value.indexOf('\t') < 0 && value.indexOf('\0') < 0) {
            return value.strip();
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\t') {
                out.append(' ');
            } else if (c != '\r' && c != '\n' && c != '\0') {
                out.append(c);
            } else if (c != '\0' && !followedBySpace(value, i)) {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    /** A bare CR or LF inside a value separates words; one before white space is only folding. */
    private static boolean followedBySpace(String value, int at) {
        int next = at + 1;
        while (next < value.length() && (value.charAt(next) == '\r' || value.charAt(next) == '\n')) {
            next++;
        }
        return next == value.length() || value.charAt(next) == ' ' || value.charAt(next) == '\t';
    }
}
