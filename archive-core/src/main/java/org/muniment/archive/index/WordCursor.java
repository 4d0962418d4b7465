package org.muniment.archive.index;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Cuts text into words. A word is a run of letters, digits and their marks; an apostrophe between two of them belongs to it;
 * everything else separates. Characters of scripts written without spaces are a word each. Words are in lower case and
 * without accents; of a word longer than {@value #LONGEST} characters the rest is left out. Unlike Unicode's own rules
 * (UAX 29) a full stop or colon never joins, so that {@code agenda.pdf} is found by either part and an address in the body as a
 * whole and by its parts.
 *
 * <p>One word after the other; for one thread, and for many texts in turn.
 */
final class WordCursor {
    static final int LONGEST = 128;

    private static final int END = -1;

    /** By character of ASCII, the character in lower case; 0 where it belongs to no word. */
    private static final char[] PLAIN = plain();

    private final char[] buffer = new char[1024];
    private final char[] folded = new char[LONGEST + 64];
    private Reader input = Reader.nullReader();
    private int length;
    private int filled;
    private int next;
    private int start;
    private int position;
    private int end;
    private int pending = END;
    private boolean hasPending;

    /** Begins with another text. */
    void over(Reader text) {
        input = text;
        filled = 0;
        next = 0;
        position = 0;
        hasPending = false;
    }

    /** Goes on to the next word; false at the end of the text. */
    boolean next() throws IOException {
        while (true) {
            skip();
            start = position;
            int c = read();
            if (c == END) {
                return false;
            }
            if (!isWord(c) || isApostrophe(c)) {
                continue;
            }
            end = position;
            length = Math.min(isAlone(c) ? fold(c, 0) : run(c), LONGEST);
            if (length > 0) {
                return true;
            }
        }
    }

    /** The letters of the word; behind {@link #length} there is anything. */
    char[] letters() {
        return folded;
    }

    int length() {
        return length;
    }

    /** Where in the text the word begins. */
    int start() {
        return start;
    }

    /** Where in the text it ends, exclusive. */
    int end() {
        return end;
    }

    /** How much of the text was read. */
    int position() {
        return position;
    }

    /** Reads the rest of a word into {@code folded}; gives its length. */
    private int run(int first) throws IOException {
        int length = fold(first, 0);
        while (true) {
            length = plain(length);
            end = position;
            if (isPlainEnd()) {
                return length;
            }
            int c = read();
            if (isApostrophe(c)) {
                int after = read();
                unread(after);
                if (!isWord(after) || isAlone(after) || isApostrophe(after)) {
                    return length;
                }
                length = append('\'', length);
            } else if (isWord(c) && !isAlone(c)) {
                length = fold(c, length);
            } else if (!isInvisible(c)) {
                unread(c);
                return length;
            }
        }
    }

    private static char[] plain() {
        var plain = new char[128];
        for (char c = 0; c < 128; c++) {
            plain[c] = isWord(c) ? Character.toLowerCase(c) : 0;
        }
        return plain;
    }

    /** Most characters are ASCII and in the buffer: what of them is no word is passed over at once. */
    private void skip() {
        int at = next;
        while (!hasPending && at < filled && buffer[at] < 128 && PLAIN[buffer[at]] == 0) {
            at++;
        }
        position += at - next;
        next = at;
    }

    /** And what of them is the word goes on at once. */
    private int plain(int length) {
        int at = next;
        int end = length;
        while (!hasPending && at < filled && end < LONGEST && buffer[at] < 128 && PLAIN[buffer[at]] != 0) {
            folded[end++] = PLAIN[buffer[at++]];
        }
        position += at - next;
        next = at;
        return end;
    }

    /** Whether the next character is surely no part of the word. */
    private boolean isPlainEnd() {
        return !hasPending
                && next < filled
                && buffer[next] < 128
                && PLAIN[buffer[next]] == 0
                && !isApostrophe(buffer[next]);
    }

    private int append(char c, int length) {
        if (length < LONGEST) {
            folded[length] = c;
            return length + 1;
        }
        return length;
    }

    private int fold(int c, int length) {
        if (length >= LONGEST) {
            return length;
        }
        if (c < 128) {
            folded[length] = PLAIN[c];
            return length + 1;
        }
        return foldRare(c, length);
    }

    private int foldRare(int c, int length) {
        int end = length;
        for (char part : folded(c).toCharArray()) {
            end = append(part, end);
        }
        return end;
    }

    /** One character in lower case without accents; a mark alone gives nothing. */
    private static String folded(int c) {
        String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        var kept = new StringBuilder();
        plain.codePoints()
                .filter(part -> !isMark(part))
                .map(Character::toLowerCase)
                .forEach(kept::appendCodePoint);
        char[] in = kept.toString().toCharArray();
        char[] out = new char[in.length * 4];
        return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length)).toLowerCase(Locale.ROOT);
    }

    private static boolean isWord(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\uFF07';
    }

    /** Soft hyphens and joiners, which a reader does not see. */
    private static boolean isInvisible(int c) {
        return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
    }

    /** Of a script written without spaces between words. */
    private static boolean isAlone(int c) {
        if (c < 0xE00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> !isMark(c);
            default -> false;
        };
    }

    private int read() throws IOException {
        if (hasPending) {
            hasPending = false;
            position += pending == END ? 0 : Character.charCount(pending);
            return pending;
        }
        int high = readChar();
        if (high == END || !Character.isHighSurrogate((char) high)) {
            return high;
        }
        int low = peekChar();
        if (low != END && Character.isLowSurrogate((char) low)) {
            readChar();
            return Character.toCodePoint((char) high, (char) low);
        }
        return high;
    }

    private void unread(int c) {
        pending = c;
        hasPending = true;
        position -= c == END ? 0 : Character.charCount(c);
    }

    private int readChar() throws IOException {
        int c = peekChar();
        if (c != END) {
            next++;
            position++;
        }
        return c;
    }

    private int peekChar() throws IOException {
        if (next == filled) {
            filled = Math.max(0, input.read(buffer, 0, buffer.length));
            next = 0;
            if (filled == 0) {
                return END;
            }
        }
        return buffer[next];
    }
}
