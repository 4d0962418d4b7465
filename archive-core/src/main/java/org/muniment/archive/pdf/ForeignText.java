package org.muniment.archive.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.List;

/** A word of a foreign page as it is read, not as it is drawn. */
final class ForeignText {
    private ForeignText() {}

    static String of(List<Glyph> word) {
        StringBuilder text = new StringBuilder();
        word.forEach(glyph -> text.append(glyph.text()));
        String drawn = text.toString();
        if (!Bidi.requiresBidi(drawn.toCharArray(), 0, drawn.length())) {
            return Passage.plain(drawn);
        }
        return Passage.plain(Normalizer.normalize(text.reverse(), Normalizer.Form.NFKC));
    }
}
