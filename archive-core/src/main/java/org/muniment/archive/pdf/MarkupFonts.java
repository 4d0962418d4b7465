package org.muniment.archive.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts that markup is drawn with, opened once for many mails. For one thread at a time. */
final class MarkupFonts implements Closeable {
    static final String PLAIN = "liberation sans";
    static final String FIXED = "liberation mono";

    private final Map<String, TrueTypeFont> open = new HashMap<>();

    /** Offers all of them; those that are used are embedded. */
    void offer(PdfBoxFontResolver fonts, PDDocument document) {
        offer(fonts, document, "LiberationSans", PLAIN, 400, IdentValue.NORMAL, FontGroup.MAIN);
        offer(fonts, document, "LiberationSans-Bold", PLAIN, 700, IdentValue.NORMAL, FontGroup.MAIN);
        offer(fonts, document, "LiberationSans-Italic", PLAIN, 400, IdentValue.ITALIC, FontGroup.MAIN);
        offer(fonts, document, "LiberationMono-Regular", FIXED, 400, IdentValue.NORMAL, FontGroup.MAIN);
        FontGroup otherwise = FontGroup.PRE_BUILT_IN_FALLBACK;
        offer(fonts, document, "LiberationSans", "otherwise", 400, IdentValue.NORMAL, otherwise);
        for (String other : Letters.OTHERS) {
            offer(fonts, document, other, other, 400, IdentValue.NORMAL, FontGroup.FINAL_FALLBACK);
        }
    }

    private void offer(
            PdfBoxFontResolver fonts,
            PDDocument document,
            String name,
            String family,
            int weight,
            IdentValue style,
            FontGroup group) {
        fonts.addFont(new Supplier(name, document), family, weight, style, true, group);
    }

    /** Embeds a font when a character needs it. */
    private final class Supplier extends PDFontSupplier {
        private final String name;
        private final PDDocument document;

        @SuppressWarnings("NullAway")
        Supplier(String name, PDDocument document) {
            super(null);
            this.name = name;
            this.document = document;
        }

        @Override
        public PDFont supply() {
            return load(name, document);
        }
    }

    private PDFont load(String name, PDDocument document) {
        try {
            return PDType0Font.load(document, open.computeIfAbsent(name, MarkupFonts::parsed), true);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " can't be read", e);
        }
    }

    private static TrueTypeFont parsed(String name) {
        try (InputStream file = Letters.file(name)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            // Ligatures and conjuncts would be glyphs without a meaning.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " can't be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont font : open.values()) {
            font.close();
        }
        open.clear();
    }
}
