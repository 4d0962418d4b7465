package org.muniment.archive.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.muniment.archive.pdf.Typeface.Sign;

/** Puts the written characters' part of a font into the file (ISO 32000-1 §9.7, ISO 19005-2 §6.2.11). */
final class EmbeddedFont {
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private final Typeface typeface;
    private final List<Sign> signs;
    private final PdfFile file;
    private final String name;

    private EmbeddedFont(Typeface typeface, PdfFile file) {
        this.typeface = typeface;
        this.signs = typeface.written();
        this.file = file;
        this.name = "MUNIMA+" + typeface.name();
    }

    /** Writes the font as object {@code number}, once every page is written. */
    static void write(int number, Typeface typeface, PdfFile file) throws IOException {
        new EmbeddedFont(typeface, file).write(number);
    }

    private void write(int number) throws IOException {
        TTFSubsetter subsetter = new TTFSubsetter(typeface.font(), TABLES);
        subsetter.addGlyphIds(signs.stream().map(Sign::glyph).collect(Collectors.toSet()));
        int letters = letters(subsetter);
        int map = glyphMap(subsetter.getGIDMap());
        int meaning = meaning();
        int descriptor = descriptor(letters);
        int cid = file.allocate();
        file.write(
                cid,
                "<</Type /Font /Subtype /CIDFontType2 /BaseFont /" + name
                        + " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor "
                        + descriptor + " 0 R /CIDToGIDMap " + map + " 0 R /DW 0 /W [" + widths() + "]>>");
        file.write(
                number,
                "<</Type /Font /Subtype /Type0 /BaseFont /" + name + " /Encoding /Identity-H /DescendantFonts [" + cid
                        + " 0 R] /ToUnicode " + meaning + " 0 R>>");
    }

    private int letters(TTFSubsetter subsetter) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        subsetter.writeToStream(bytes);
        int number = file.allocate();
        file.stream(number, "/Length1 " + bytes.size(), bytes.toByteArray());
        return number;
    }

    private int glyphMap(Map<Integer, Integer> kept) throws IOException {
        Map<Integer, Integer> now = new HashMap<>();
        kept.forEach((after, before) -> now.put(before, after));
        byte[] map = new byte[2 * (signs.stream().mapToInt(Sign::code).max().orElse(0) + 1)];
        for (Sign sign : signs) {
            int glyph = now.getOrDefault(sign.glyph(), 0);
            map[2 * sign.code()] = (byte) (glyph >>> 8);
            map[2 * sign.code() + 1] = (byte) glyph;
        }
        int number = file.allocate();
        file.stream(number, "", map);
        return number;
    }

    private String widths() {
        return signs.stream()
                .map(sign -> sign.code() + " [" + sign.width() + "]")
                .collect(Collectors.joining(" "));
    }

    private int meaning() throws IOException {
        SortedMap<Integer, String> meanings = new TreeMap<>();
        signs.forEach(sign -> meanings.put(sign.code(), sign.meaning()));
        int number = file.allocate();
        file.stream(number, "", CodeMeanings.written(meanings));
        return number;
    }

    private int descriptor(int letters) throws IOException {
        TrueTypeFont font = typeface.font();
        OS2WindowsMetricsTable metrics = font.getOS2Windows();
        BoundingBox box = font.getFontBBox();
        int number = file.allocate();
        file.write(
                number,
                "<</Type /FontDescriptor /FontName /" + name + " /Flags 4 /FontBBox [" + (int) box.getLowerLeftX() + " "
                        + (int) box.getLowerLeftY() + " " + (int) box.getUpperRightX() + " "
                        + (int) box.getUpperRightY() + "] /ItalicAngle 0 /Ascent "
                        + thousandths(font.getHorizontalHeader().getAscender()) + " /Descent "
                        + thousandths(font.getHorizontalHeader().getDescender()) + " /CapHeight "
                        + thousandths(metrics.getCapHeight()) + " /StemV 80 /FontFile2 " + letters + " 0 R>>");
        return number;
    }

    private int thousandths(int units) throws IOException {
        return Math.round(units * 1000f / typeface.font().getUnitsPerEm());
    }
}
