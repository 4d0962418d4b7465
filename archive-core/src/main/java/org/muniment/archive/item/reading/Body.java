package org.muniment.archive.item.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts the text parts of one message together. Of alternatives (RFC 2046 5.1.4) the plain one is taken; lines of the
 * other that hold a word the plain one lacks follow it, so that no word a reader could see is lost to search.
 */
final class Body {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private record Piece(String text, boolean html) {}

    /** A multipart that is being read. */
    private record Level(boolean alternative, List<Piece> pieces) {}

    private final Deque<Level> levels = new ArrayDeque<>();

    Body() {
        levels.push(new Level(false, new ArrayList<>(1)));
    }

    void open(String multipart) {
        levels.push(new Level(multipart.equals("multipart/alternative"), new ArrayList<>(2)));
    }

    void close() {
        Level done = levels.pop();
        boolean html = done.pieces().stream().anyMatch(Piece::html);
        String text = done.alternative() ? choose(done.pieces()) : join(done.pieces());
        add(text, html);
    }

    void add(String text, boolean html) {
        if (!text.isBlank()) {
            levels.element().pieces().add(new Piece(text, html));
        }
    }

    /** Adds what another rendering of the same text has beyond the text so far. */
    void addRendering(String text) {
        Level level = levels.element();
        add(level.pieces().isEmpty() ? text : beyond(join(level.pieces()), text), false);
    }

    String text() {
        while (levels.size() > 1) {
            close();
        }
        return join(levels.element().pieces()).stripTrailing();
    }

    private static String choose(List<Piece> pieces) {
        String plain = join(pieces.stream().filter(piece -> !piece.html()).toList());
        String html = join(pieces.stream().filter(Piece::html).toList());
        if (plain.isBlank() || html.isBlank()) {
            return plain.isBlank() ? html : plain;
        }
        String more = beyond(plain, html);
        return more.isEmpty() ? plain : plain + "\n" + more;
    }

    private static String beyond(String text, String other) {
        Set<String> known = new HashSet<>();
        BETWEEN_WORDS.splitAsStream(text).forEach(known::add);
        StringBuilder more = new StringBuilder();
        for (String line : other.split("\n")) {
            if (!BETWEEN_WORDS.splitAsStream(line).allMatch(word -> word.isEmpty() || known.contains(word))) {
                more.append(more.isEmpty() ? "" : "\n").append(line);
            }
        }
        return more.toString();
    }

    private static String join(List<Piece> pieces) {
        return switch (pieces.size()) {
            case 0 -> "";
            case 1 -> pieces.getFirst().text();
            default -> String.join("\n", pieces.stream().map(Piece::text).toList());
        };
    }
}
