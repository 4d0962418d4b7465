package org.muniment.archive.pdf;

import java.util.ArrayList;
import java.util.List;

/** Turns strikes into areas of a page. */
final class Strikes {
    private Strikes() {}

    /** The areas to black out; the whole page where something is there and can't be found. */
    static List<Blackout> on(PageWords.Found words, List<Strike> strikes, double width, double height) {
        List<Blackout> found = new ArrayList<>();
        if (strikes.isEmpty()) {
            return found;
        }
        List<Search> searches = List.of(
                new Search(words.drawn()),
                new Search(words.words().stream().flatMap(List::stream).toList()));
        for (Strike strike : strikes) {
            for (Search search : searches) {
                for (List<Glyph> glyphs : search.find(strike.words())) {
                    if (!areas(glyphs, strike.label(), new Area(0, 0, width, height), found)) {
                        return List.of(new Blackout(new Area(0, 0, width, height), strike.label()));
                    }
                }
            }
        }
        return found;
    }

    /** Adds an area for each line that the characters stand on; false when one stands nowhere. */
    private static boolean areas(List<Glyph> glyphs, String label, Area page, List<Blackout> found) {
        List<Area> lines = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            Area ink = glyph.ink();
            if (!ink.isFinite() || glyph.size() < 0.01 || !ink.meets(page)) {
                return false;
            }
            if (!lines.isEmpty() && lines.getLast().continues(ink)) {
                lines.set(lines.size() - 1, lines.getLast().with(ink));
            } else {
                lines.add(ink);
            }
        }
        lines.stream()
                .filter(line -> found.stream().noneMatch(known -> known.area().equals(line)))
                .forEach(line -> found.add(new Blackout(line, label)));
        return true;
    }
}
