package org.muniment.archive.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.pdf.Style.Cut;
import org.muniment.archive.pdf.Typeface.Sign;

/**
 * The letters of a file: each cut of Liberation, and for what it lacks DejaVu Sans (Hebrew, Arabic, Armenian, signs), Droid
 * Sans Fallback (Chinese, Japanese, Korean), Noto Emoji and Noto Sans (Gurmukhi, Devanagari, Thai, Khmer). Typefaces are opened when a character needs them.
 */
final class Letters implements Closeable {
    private static final String PDFBOX = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    static final List<String> OTHERS = List.of(
            "DejaVuSans",
            "DroidSansFallback",
            "NotoEmoji",
            "NotoSansGurmukhi",
            "NotoSansDevanagari",
            "NotoSansThai",
            "NotoSansKhmer");
    private static final int REPLACEMENT = '\ufffd';
    private static final int NEAR = 0x2100;

    private final Map<String, Typeface> faces = new HashMap<>();
    private final Map<Integer, Typeface> used = new TreeMap<>();
    private final Map<Cut, Sign[]> near = new EnumMap<>(Cut.class);
    private final Map<Cut, Map<Integer, Sign>> far = new EnumMap<>(Cut.class);

    Letters() {
        for (Cut cut : Cut.values()) {
            near.put(cut, new Sign[NEAR]);
            far.put(cut, new HashMap<>());
        }
    }

    /** The sign for a character; where no typeface has it, a replacement's shape that still means it. */
    Sign sign(Cut cut, int character) {
        if (character < NEAR) {
            Sign[] signs = Objects.requireNonNull(near.get(cut));
            Sign known = signs[character];
            if (known == null) {
                known = find(cut, character);
                signs[character] = known;
            }
            return known;
        }
        Map<Integer, Sign> signs = Objects.requireNonNull(far.get(cut));
        Sign known = signs.get(character);
        if (known == null) {
            known = find(cut, character);
            signs.put(character, known);
        }
        return known;
    }

    private Sign find(Cut cut, int character) {
        for (String name : Passage.ALEFS.indexOf(character) < 0 ? chain(cut) : List.of(OTHERS.getFirst())) {
            Typeface face = face(name);
            int glyph = face.glyph(Passage.ALEFS.indexOf(character) < 0 ? character : NOTHING);
            if (glyph != 0 && !face.isFull()) {
                return face.add(meaning(character), glyph, false);
            }
        }
        return replacement(cut, character);
    }

    private Sign replacement(Cut cut, int character) {
        Typeface face = face(chain(cut).getFirst());
        int glyph = face.glyph(REPLACEMENT) == 0 ? face.glyph('?') : face.glyph(REPLACEMENT);
        if (character == REPLACEMENT || face.isFull()) {
            return face.add("\ufffd", glyph, false);
        }
        return face.add(Character.isDefined(character) ? Character.toString(character) : "\ufffd", glyph, true);
    }

    /** Arabic letters are set in their joined forms; what they mean are the letters. */
    static String meaning(int character) {
        boolean form = character >= 0xfb1d && character <= 0xfdff || character >= 0xfe70 && character < 0xfeff;
        String itself = Character.toString(character);
        if (!form) {
            int alef = Passage.ALEFS.indexOf(character);
            return alef < 0 ? itself : Passage.MEANT_ALEFS.substring(alef, alef + 1);
        }
        String letters = Normalizer.normalize(itself, Normalizer.Form.NFKC).strip();
        // The alef of a ligature is a sign of its own.
        return character >= 0xfef5 && character <= 0xfefc ? letters.substring(0, 1) : letters;
    }

    /** A character whose glyph shows nothing and takes no room. */
    private static final int NOTHING = 0x200b;

    private static List<String> chain(Cut cut) {
        List<String> chain = new ArrayList<>();
        chain.add(
                switch (cut) {
                    case PLAIN -> "LiberationSans";
                    case BOLD -> "LiberationSans-Bold";
                    case FIXED -> "LiberationMono-Regular";
                });
        if (cut != Cut.PLAIN) {
            chain.add("LiberationSans");
        }
        chain.addAll(OTHERS);
        return chain;
    }

    private Typeface face(String name) {
        Typeface known = faces.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream file = file(name)) {
            Typeface face = new Typeface(faces.size() + 1, name, file);
            faces.put(name, face);
            used.put(faces.size(), face);
            return face;
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " can't be read", e);
        }
    }

    /** The file of a font that comes with the program. */
    static InputStream file(String name) {
        @Nullable
        InputStream file = name.equals("LiberationSans")
                ? PDType0Font.class.getResourceAsStream(PDFBOX)
                : Letters.class.getResourceAsStream("fonts/" + name + ".ttf");
        return Objects.requireNonNull(file, name);
    }

    /** Width of a text in letters of size 1, as one line without boxes and in the order given. */
    double width(Cut cut, String text) {
        return text.codePoints().map(character -> sign(cut, character).width()).sum() / 1000.0;
    }

    /** Writes every typeface that was used; returns the number of the dictionary that names them. */
    void write(int number, PdfFile file) throws IOException {
        StringBuilder names = new StringBuilder("<<");
        for (Typeface face : used.values()) {
            if (face.isWritten()) {
                int font = file.allocate();
                EmbeddedFont.write(font, face, file);
                names.append('/')
                        .append(face.resource())
                        .append(' ')
                        .append(font)
                        .append(" 0 R ");
            }
        }
        file.write(number, names.append(">>"));
    }

    @Override
    public void close() throws IOException {
        for (Typeface face : used.values()) {
            face.close();
        }
    }
}
