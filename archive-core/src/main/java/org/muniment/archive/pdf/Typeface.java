package org.muniment.archive.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans (SIL Open Font License 1.1), which comes with PDFBox: Latin, Greek and Cyrillic. Remembers which
 * characters were written, and under which code. Each has a code of its own, so that what a reader copies out of the
 * document is what was put into it.
 */
final class Typeface implements Closeable {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}]");
    private static final int REPLACEMENT = '\ufffd';

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final Map<Integer, Sign> signs = new HashMap<>();
    private final Map<Integer, Sign> written = new LinkedHashMap<>();
    private int codes;

    /**
     * A character as the document shows it.
     *
     * @param code of the character, from 1 in the order of first use
     * @param character what it stands for
     * @param glyph its number in the font
     * @param width in thousandths of the letters' size
     */
    record Sign(int code, int character, int glyph, int width) {}

    Typeface() throws IOException {
        try (InputStream file = Objects.requireNonNull(PDType0Font.class.getResourceAsStream(FILE), FILE)) {
            this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
        this.glyphs = font.getUnicodeCmapLookup();
    }

    /** As it is set: composed, on one line, without characters that show nothing. */
    static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return INVISIBLE
                .matcher(SPACES.matcher(composed).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    /** Width of a text in letters of size 1. */
    double width(String text) {
        return text.codePoints().map(character -> sign(character).width()).sum() / 1000.0;
    }

    double width(int character) {
        return sign(character).width() / 1000.0;
    }

    /** A text as a content stream shows it, to the end of {@code content}. */
    void write(String text, StringBuilder content) {
        content.append('<');
        text.codePoints().forEach(character -> {
            Sign sign = sign(character);
            written.putIfAbsent(sign.code(), sign);
            hex(sign.code(), content);
        });
        content.append('>');
    }

    private static void hex(int code, StringBuilder content) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            content.append(Character.forDigit(code >>> shift & 0xf, 16));
        }
    }

    private Sign sign(int character) {
        Sign known = signs.get(character);
        if (known == null) {
            known = find(character);
            signs.put(character, known);
        }
        return known;
    }

    private Sign find(int character) {
        int glyph = glyphs.getGlyphId(character);
        if (glyph == 0) {
            return character == REPLACEMENT ? sign('?') : sign(REPLACEMENT);
        }
        return new Sign(++codes, character, glyph, thousandths(glyph));
    }

    private int thousandths(int glyph) {
        try {
            return Math.round(font.getAdvanceWidth(glyph) * 1000f / font.getUnitsPerEm());
        } catch (IOException e) {
            throw new IllegalStateException("The font in memory can't be read", e);
        }
    }

    TrueTypeFont font() {
        return font;
    }

    /** What was written, by code. */
    Map<Integer, Sign> written() {
        return written;
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
