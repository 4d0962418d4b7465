package org.muniment.archive.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for fonts that a foreign PDF names and does not bring along: always with the same ones, whatever is installed on
 * the machine, so that its pages look the same everywhere.
 */
final class BundledFonts implements FontMapper {
    private final Map<String, TrueTypeFont> open = new ConcurrentHashMap<>();

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(substitute(name, descriptor)), false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(substitute(name, descriptor)), false);
    }

    @Override
    @SuppressWarnings("NullAway")
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
        boolean identity = system == null || "Identity".equals(system.getOrdering());
        TrueTypeFont font = font(identity ? substitute(name, descriptor) : "DroidSansFallback");
        return new CIDFontMapping(null, font, true);
    }

    private static String substitute(@Nullable String name, @Nullable PDFontDescriptor descriptor) {
        String asked = name == null ? "" : name.toLowerCase(Locale.ROOT);
        boolean bold = asked.contains("bold") || descriptor != null && descriptor.isForceBold();
        boolean slanted = asked.contains("italic") || asked.contains("oblique");
        if (asked.contains("courier") || asked.contains("mono") || asked.contains("consol")) {
            return "LiberationMono-Regular";
        }
        if (asked.contains("symbol") || asked.contains("dingbats")) {
            return "DejaVuSans";
        }
        boolean serif = asked.contains("times") || asked.contains("serif") && !asked.contains("sans");
        if (serif || asked.contains("georgia") || asked.contains("garamond") || asked.contains("cambria")) {
            return bold ? "LiberationSerif-Bold" : "LiberationSerif-Regular";
        }
        return bold ? "LiberationSans-Bold" : slanted ? "LiberationSans-Italic" : "LiberationSans";
    }

    private TrueTypeFont font(String name) {
        return open.computeIfAbsent(name, BundledFonts::parsed);
    }

    private static TrueTypeFont parsed(String name) {
        try (InputStream file = Letters.file(name)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " can't be read", e);
        }
    }
}
