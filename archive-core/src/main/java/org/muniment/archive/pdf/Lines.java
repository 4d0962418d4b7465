package org.muniment.archive.pdf;

import java.util.ArrayList;
import java.util.List;

/** Breaks running text into lines: between words, and within a word that is longer than a line. */
final class Lines {
    private final Typeface typeface;
    private final double most;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private double used;

    private Lines(Typeface typeface, double most) {
        this.typeface = typeface;
        this.most = most;
    }

    /** The lines of a text, at least one; {@code width} in points. */
    static List<String> of(String text, Style style, double width, Typeface typeface) {
        String plain = Typeface.plain(text);
        // A bold stroke reaches beyond its letter.
        double most = width / style.size() - (style.bold() ? 0.05 : 0);
        if (typeface.width(plain) <= most) {
            return List.of(plain);
        }
        Lines lines = new Lines(typeface, most);
        for (String word : plain.split(" ")) {
            lines.add(word);
        }
        lines.next();
        return lines.lines;
    }

    private void add(String word) {
        double width = typeface.width(word);
        double space = line.isEmpty() ? 0 : typeface.width(' ');
        if (used + space + width <= most) {
            line.append(space > 0 ? " " : "").append(word);
            used += space + width;
        } else if (width <= most) {
            next();
            line.append(word);
            used = width;
        } else {
            cut(word, space);
        }
    }

    private void cut(String word, double space) {
        if (space > 0) {
            next();
        }
        word.codePoints().forEach(character -> {
            double width = typeface.width(character);
            if (!line.isEmpty() && used + width > most) {
                next();
            }
            line.appendCodePoint(character);
            used += width;
        });
    }

    private void next() {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
        used = 0;
    }
}
