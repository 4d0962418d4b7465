package org.muniment.archive.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import java.text.Bidi;
import java.text.Normalizer;

/** Joins and turns round letters that run to the left, for the renderer. */
final class MarkupLetters implements BidiReorderer {
    @Override
    public String reorderRTLTextToLTR(String text) {
        int[] signs = text.codePoints().toArray();
        int[] drawn = Visual.order(signs, new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT));
        return new String(drawn, 0, drawn.length);
    }

    @Override
    public String shapeText(String text) {
        return Passage.joinedLetters(text);
    }

    @Override
    public String deshapeText(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
