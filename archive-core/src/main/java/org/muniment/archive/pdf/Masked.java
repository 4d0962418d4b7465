package org.muniment.archive.pdf;

import java.util.ArrayList;
import java.util.List;

/** The words below what is blacked out. */
final class Masked {
    private Masked() {}

    /** Words that an area touches, those that follow one another on a line together. */
    static List<String> lines(List<List<Glyph>> words, List<Blackout> blackouts) {
        List<String> lines = new ArrayList<>();
        Area end = null;
        for (List<Glyph> word : words) {
            Area ink = word.stream().map(Glyph::ink).reduce(Area::with).orElseThrow();
            if (word.stream().noneMatch(glyph -> touches(glyph, blackouts))) {
                end = null;
            } else if (end != null && end.continues(ink)) {
                lines.set(lines.size() - 1, lines.getLast() + " " + ForeignText.of(word));
                end = ink;
            } else {
                lines.add(ForeignText.of(word));
                end = ink;
            }
        }
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private static boolean touches(Glyph glyph, List<Blackout> blackouts) {
        return blackouts.stream().anyMatch(blackout -> blackout.area().meets(glyph.body()));
    }
}
