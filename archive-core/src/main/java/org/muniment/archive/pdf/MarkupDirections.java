package org.muniment.archive.pdf;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/** Tells the renderer which stretches of a text run to the left (Unicode Standard Annex 9). */
final class MarkupDirections implements BidiSplitter {
    private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    @Override
    public void setParagraph(String paragraph, byte defaultDirection) {
        bidi = new Bidi(
                paragraph, defaultDirection == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
        return bidi.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Object[] order = new Object[count];
        for (int at = 0; at < count; at++) {
            levels[at] = (byte) bidi.getRunLevel(at);
            order[at] = at;
        }
        Bidi.reorderVisually(levels, 0, order, 0, count);
        int logical = (Integer) order[run];
        int start = bidi.getRunStart(logical);
        byte direction = bidi.getRunLevel(logical) % 2 == 0 ? LTR : RTL;
        return new BidiTextRun(start, bidi.getRunLimit(logical) - start, direction);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        Bidi base = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return base.baseIsLeftToRight() ? LTR : RTL;
    }
}
