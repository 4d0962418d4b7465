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

    /**
     * A part of the text.
     *
     * @param markup its HTML source, where there is one and it is kept; empty otherwise
     */
    private record Piece(String text, boolean html, String markup) {}

    /** A multipart that is being read. */
    private record Level(boolean alternative, List<Piece> pieces) {
        /** Those that have words. */
        List<Piece> worded() {
            return pieces.stream().filter(piece -> !piece.text().isBlank()).toList();
        }
    }

    private final Deque<Level> levels = new ArrayDeque<>();

    private final boolean keeping;

    Body() {
        this(false);
    }

    /** @param keeping whether HTML is wanted as it came, too */
    Body(boolean keeping) {
        this.keeping = keeping;
        levels.push(new Level(false, new ArrayList<>(1)));
    }

    void open(String multipart) {
        levels.push(new Level(multipart.equals("multipart/alternative"), new ArrayList<>(2)));
    }

    void close() {
        Level done = levels.pop();
        boolean html = done.worded().stream().anyMatch(Piece::html);
        String text = done.alternative() ? choose(done.worded()) : join(done.worded());
        add(text, html, keeping ? markup(done) : "");
    }

    void add(String text, boolean html) {
        add(text, html, "");
    }

    /** @param markup the source, where the text is that of HTML */
    void add(String text, boolean html, String markup) {
        // Pictures alone are nothing to search, and much to look at.
        boolean shown = !text.isBlank() || keeping && markup.contains("<img");
        if (shown) {
            levels.element().pieces().add(new Piece(text, html, keeping ? markup : ""));
        }
    }

    private static String markup(Level level) {
        List<Piece> pieces = level.alternative()
                ? level.pieces().stream()
                        .filter(piece -> !piece.markup().isEmpty())
                        .toList()
                : level.pieces();
        return Markup.joined(pieces.stream()
                .map(piece -> new Markup(piece.text(), piece.markup()))
                .toList());
    }

    /** The text as HTML where a part of it came as HTML; empty otherwise. After {@link #text()}. */
    String markup() {
        return markup(levels.element());
    }

    /** Adds what another rendering of the same text has beyond the text so far. */
    void addRendering(String text) {
        Level level = levels.element();
        add(level.worded().isEmpty() ? text : beyond(join(level.worded()), text), false);
    }

    String text() {
        while (levels.size() > 1) {
            close();
        }
        return join(levels.element().worded()).stripTrailing();
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
