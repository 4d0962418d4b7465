package org.muniment.archive.pdf;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text made ready for setting: composed, its letters joined where its script joins them, without characters that show
 * nothing; boxes are the character U+FFFC.
 *
 * @param text one line of it is one paragraph
 * @param boxes labels, in the order of their characters
 */
record Passage(String text, List<String> boxes) {
    static final char BOX = '\ufffc';
    /**
     * Invisible characters that stand for the alef of a ligature with lam, in the order of {@link #MEANT_ALEFS}: so each code
     * means one letter, and readers that turn letters round to read from the right find them in their order.
     */
    static final String ALEFS = "\u07fb\u07fc\u061c\u200f";

    static final String MEANT_ALEFS = "\u0622\u0623\u0625\u0627";
    private static final int COLUMNS = 8;
    private static final int FIRST_JOINED = 0x590;
    private static final int FIRST_COMBINING = 0x300;
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");
    private static final Pattern ENDS = Pattern.compile("\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]");
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{1F3FB}-\\x{1F3FF}\\x{7FB}\\x{7FC}\\x{E0100}-\\x{E01EF}\\p{Cc}&&[^\n\t]]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Zs}&&[^ ]]");
    private static final Pattern BROKEN = Pattern.compile("[\\p{Cs}\\x{FFFE}\\x{FFFF}]");

    /** Running text: all white space is one space. */
    static Passage running(List<Run> runs) {
        Passage joined = joined(runs);
        return new Passage(shaped(plain(joined.text)), joined.boxes);
    }

    /** A text on one line as properties and bookmarks have it. */
    static String plain(String text) {
        String line = SPACES.matcher(composed(text)).replaceAll(" ");
        return INVISIBLE.matcher(line).replaceAll("").strip();
    }

    /** Text with its line breaks and spaces. */
    static Passage lines(List<Run> runs) {
        Passage joined = joined(runs);
        String text = ENDS.matcher(composed(joined.text)).replaceAll("\n");
        text = INVISIBLE.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
        return new Passage(shaped(text.indexOf('\t') < 0 ? text : expanded(text)), joined.boxes);
    }

    private static Passage joined(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        List<String> boxes = new ArrayList<>();
        for (Run run : runs) {
            switch (run) {
                case Run.Words words -> text.append(words.text().replace(String.valueOf(BOX), ""));
                case Run.Box box -> {
                    text.append(BOX);
                    boxes.add(label(box.label()));
                }
            }
        }
        return new Passage(text.toString(), List.copyOf(boxes));
    }

    /** What stands in a box of this label. */
    static String label(String label) {
        String plain = plain(label);
        return plain.isEmpty() ? "Redacted" : plain;
    }

    private static String composed(String text) {
        boolean simple = text.chars().allMatch(character -> character < FIRST_COMBINING);
        return simple
                ? text
                : BROKEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                        .replaceAll("\ufffd");
    }

    private static String shaped(String text) {
        return text.chars().allMatch(character -> character < FIRST_JOINED) ? text : parted(joinedLetters(text));
    }

    /** With Arabic letters in the forms they have beside one another. */
    static String joinedLetters(String text) {
        try {
            int how = ArabicShaping.LETTERS_SHAPE
                    | ArabicShaping.TEXT_DIRECTION_LOGICAL
                    | ArabicShaping.LENGTH_GROW_SHRINK;
            return new ArabicShaping(how).shape(text);
        } catch (ArabicShapingException e) {
            return text;
        }
    }

    private static String parted(String shaped) {
        StringBuilder parted = new StringBuilder(shaped.length() + 16);
        for (int at = 0; at < shaped.length(); at++) {
            char character = shaped.charAt(at);
            parted.append(character);
            if (character >= '\ufef5' && character <= '\ufefc') {
                parted.append(ALEFS.charAt((character - '\ufef5') / 2));
            }
        }
        return parted.toString();
    }

    private static String expanded(String text) {
        StringBuilder expanded = new StringBuilder(text.length() + 64);
        int column = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\t') {
                int spaces = COLUMNS - column % COLUMNS;
                expanded.repeat(' ', spaces);
                column += spaces;
            } else {
                expanded.append(character);
                column = character == '\n' ? 0 : column + 1;
            }
        }
        return expanded.toString();
    }
}
