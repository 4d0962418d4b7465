package org.muniment.archive.index;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with the words that a query found in it, part by part: what shows it marks the found parts itself, so that no text
 * can pass for a mark.
 *
 * @param parts in order; together they are the text
 */
public record Marked(List<Part> parts) {
    /**
     * A stretch of the text.
     *
     * @param text as it stands there
     * @param found whether the query asked for it
     */
    public record Part(String text, boolean found) {}

    public Marked {
        parts = List.copyOf(parts);
    }

    /** A text in which nothing was found. */
    public static Marked plain(String text) {
        return new Marked(text.isEmpty() ? List.of() : List.of(new Part(text, false)));
    }

    /** Whether any word was found. */
    public boolean hasFound() {
        return parts.stream().anyMatch(Part::found);
    }

    /** The text alone. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** For a terminal: found parts between {@code [[} and {@code ]]}, which are taken apart where the text has them itself. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> part.found() ? "[[" + escaped(part) + "]]" : escaped(part))
                .collect(Collectors.joining());
    }

    private static String escaped(Part part) {
        return part.text().replace("[[", "[ [").replace("]]", "] ]");
    }
}
