package org.muniment.archive.pdf;

import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.pdf.ProofWord.Origin;

/** Puts the characters of a page together to words and lines. */
final class ProofWords {
    private final List<List<Glyph>> glyphs = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();

    /** @param of the origin of each character */
    ProofWords(List<Glyph> drawn, List<Origin> of) {
        boolean begins = true;
        for (int at = 0; at < drawn.size(); at++) {
            Glyph glyph = drawn.get(at);
            if (glyph.text().isBlank() || !glyph.ink().isFinite()) {
                begins = true;
                continue;
            }
            Origin origin = of.get(at);
            if (begins || !follows(glyph, origin)) {
                glyphs.add(new ArrayList<>());
                origins.add(origin);
            } else {
                origins.set(origins.size() - 1, Origins.joined(origins.getLast(), origin));
            }
            glyphs.getLast().add(glyph);
            begins = Character.isIdeographic(glyph.text().codePointAt(0));
        }
    }

    private boolean follows(Glyph glyph, Origin origin) {
        Origin before = origins.getLast();
        boolean same = before.getClass() == origin.getClass();
        boolean apart = before instanceof Origin.Given && Origins.joined(before, origin) instanceof Origin.Unknown;
        return same && !apart && Search.touches(glyphs.getLast().getLast(), glyph);
    }

    List<List<Glyph>> glyphs() {
        return glyphs;
    }

    List<ProofWord> on(Area page) {
        List<ProofWord> words = new ArrayList<>();
        int line = 0;
        for (int at = 0; at < glyphs.size(); at++) {
            List<Glyph> word = glyphs.get(at);
            if (at > 0 && !isOnLine(glyphs.get(at - 1).getLast(), word.getFirst())) {
                line++;
            }
            words.add(new ProofWord(ForeignText.of(word), Spot.of(ink(word), page), line, origins.get(at)));
        }
        return words;
    }

    private static Area ink(List<Glyph> word) {
        return word.stream().map(Glyph::ink).reduce(Area::with).orElseThrow();
    }

    private static boolean isOnLine(Glyph before, Glyph next) {
        return Math.abs(next.y() - before.endY()) < Math.max(before.size(), 1) * 0.5;
    }
}
