package org.muniment.archive.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a text with no blank line between them.
 *
 * @param from its first character
 * @param to behind its last
 */
record Paragraph(int from, int to) {
    /** The fewest letters and digits of a footer: shorter endings are what people write. */
    private static final int SHORTEST = 60;

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final char[] ASCII = ascii();

    /** Takes a line's begin and the fingerprint of all from there to the end of the paragraph. */
    interface Endings {
        void at(int from, long fingerprint);
    }

    /** The paragraphs of a text in order. */
    static List<Paragraph> in(String text) {
        var paragraphs = new ArrayList<Paragraph>();
        int from = -1;
        int to = 0;
        for (int line = 0; line < text.length(); ) {
            int feed = text.indexOf('\n', line);
            int end = feed < 0 ? text.length() : feed;
            boolean blank = isBlank(text, line, end);
            if (blank && from >= 0) {
                paragraphs.add(new Paragraph(from, to));
                from = -1;
            } else if (!blank) {
                from = from < 0 ? line : from;
                to = end;
            }
            line = end + 1;
        }
        if (from >= 0) {
            paragraphs.add(new Paragraph(from, to));
        }
        return paragraphs;
    }

    /** Gives each ending of the paragraph that begins with a line and is long enough for a footer, the shortest first. */
    void endings(String text, Endings endings) {
        long hash = START;
        int letters = 0;
        for (int i = to - 1; i >= from; i--) {
            char c = letter(text.charAt(i));
            if (c != 0) {
                hash = (hash ^ c) * PRIME;
                hash ^= hash >>> 29;
                letters++;
            }
            if (letters >= SHORTEST && (i == from || text.charAt(i - 1) == '\n')) {
                endings.at(i, hash);
            }
        }
    }

    /** A letter in lower case or a digit; 0 for anything else. */
    private static char letter(char c) {
        if (c < 128) {
            return ASCII[c];
        }
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }

    private static char[] ascii() {
        var letters = new char[128];
        for (char c = 0; c < 128; c++) {
            letters[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
        }
        return letters;
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != '\u00a0') {
                return false;
            }
        }
        return true;
    }
}
