package org.muniment.archive.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One font, and which of its characters were written under which code. Each character has a code of its own, so that what a
 * reader copies out of the document is what was put into it.
 */
final class Typeface implements Closeable {
    private static final int MOST = 65_000;

    private final int number;
    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final List<Sign> signs = new ArrayList<>();
    private final BitSet written = new BitSet();

    /**
     * A character as the document shows it.
     *
     * @param face which typeface shows it, by number
     * @param code of the character in its typeface, from 1 in the order of first use
     * @param meaning what it stands for
     * @param glyph its number in the font
     * @param width in thousandths of the letters' size
     * @param lacking whether no typeface has it
     */
    record Sign(Typeface face, int code, String meaning, int glyph, int width, boolean lacking) {}

    /** @param number tells it from the others, from 1 */
    Typeface(int number, String name, InputStream file) throws IOException {
        this.number = number;
        this.name = name;
        this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        this.glyphs = font.getUnicodeCmapLookup();
    }

    /** 0: it hasn't this character. */
    int glyph(int character) {
        return glyphs.getGlyphId(character);
    }

    /** Whether there is room for another. */
    boolean isFull() {
        return signs.size() >= MOST;
    }

    Sign add(String meaning, int glyph, boolean lacking) {
        Sign sign = new Sign(this, signs.size() + 1, meaning, glyph, thousandths(glyph), lacking);
        signs.add(sign);
        return sign;
    }

    private int thousandths(int glyph) {
        try {
            return Math.round(font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm());
        } catch (IOException e) {
            throw new IllegalStateException("The font in memory can't be read", e);
        }
    }

    /** Notes that a character is in the document, and gives its code. */
    int write(Sign sign) {
        written.set(sign.code());
        return sign.code();
    }

    boolean isWritten() {
        return !written.isEmpty();
    }

    /** What was written, by code. */
    List<Sign> written() {
        return written.stream().mapToObj(code -> signs.get(code - 1)).toList();
    }

    /** As resources name it. */
    String resource() {
        return "F" + number;
    }

    String name() {
        return name;
    }

    TrueTypeFont font() {
        return font;
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
