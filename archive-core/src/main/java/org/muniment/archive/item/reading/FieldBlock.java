package org.muniment.archive.item.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of {@code name: value} up to an empty one, as WARC and HTTP have them.
 *
 * @param lines in their order
 * @param end where what follows the empty line begins
 */
public record FieldBlock(List<Line> lines, int end) {
    static final FieldBlock NONE = new FieldBlock(List.of(), 0);

    /** One field; a value that goes on in the next line is joined. */
    public record Line(String name, String value) {}

    public FieldBlock {
        lines = List.copyOf(lines);
    }

    /** Reads from an offset on; nothing when no empty line follows. */
    public static Optional<FieldBlock> parse(byte[] bytes, int from) {
        List<Line> lines = new ArrayList<>();
        int start = from;
        int end = lineEnd(bytes, start);
        while (end >= 0) {
            String line = new String(bytes, start, end - start, StandardCharsets.UTF_8).stripTrailing();
            if (line.isEmpty()) {
                return Optional.of(new FieldBlock(lines, end));
            }
            add(lines, line);
            start = end;
            end = lineEnd(bytes, start);
        }
        return Optional.empty();
    }

    private static void add(List<Line> lines, String line) {
        int colon = line.indexOf(':');
        if (Character.isWhitespace(line.charAt(0)) && !lines.isEmpty()) {
            Line last = lines.removeLast();
            lines.add(new Line(last.name(), last.value() + " " + line.strip()));
        } else if (colon > 0) {
            lines.add(new Line(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
    }

    /** Behind the line end that follows an offset; -1 when there is none. */
    public static int lineEnd(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The first field of that name in any case of letters; empty when there is none. */
    public String first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst()
                .orElse("");
    }
}
