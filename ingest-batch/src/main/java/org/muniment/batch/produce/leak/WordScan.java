package org.muniment.batch.produce.leak;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for many strings at once, in one pass: letters and digits alone count, in any case, whatever
 * stands between them, so that neither a line break nor another way to write a number hides one. Whole words only, where a
 * script parts words. Immutable and safe for many threads.
 */
public final class WordScan {
    /** Shorter strings stand by chance in pictures and fonts. */
    private static final int SHORTEST_IN_BYTES = 7;

    private static final byte STANDS_BETWEEN = 0;
    private static final byte PARTS = 1;
    /** What each byte is: a letter or digit, in lower case, or one of the two above. */
    private static final byte[] KINDS = kinds();

    private final WordTree tree;
    private final int[] lengths;
    private final boolean foreign;

    /** @param strings what to look for; one without a letter or digit is never found */
    public WordScan(List<String> strings) {
        this(strings, WordTree.LARGEST_TABLE);
    }

    /** @param largest entries of the table of all steps */
    WordScan(List<String> strings, int largest) {
        List<String> bare = strings.stream().map(WordScan::bare).toList();
        tree = new WordTree(bare, largest);
        lengths = bare.stream().mapToInt(String::length).toArray();
        foreign = bare.stream().anyMatch(string -> string.chars().anyMatch(c -> c > 0x7e));
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[1 << 8];
        for (int b = 0; b < kinds.length; b++) {
            if (b < 0x80 && isCounted((char) b)) {
                kinds[b] = (byte) lower((char) b);
            } else {
                boolean between = b == 0 || b == '\n' || b == '\r' || b == '\t' || b >= ' ' && b < 0x80;
                kinds[b] = between ? STANDS_BETWEEN : PARTS;
            }
        }
        return kinds;
    }

    /** Letters and digits of a text, in lower case. */
    static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        normal(text).chars().filter(Character::isLetterOrDigit).forEach(c -> bare.append(lower((char) c)));
        return bare.toString();
    }

    private static String normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    private static char lower(char c) {
        return c < 0x80 ? (char) (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c);
    }

    /** Which of the strings stand in a text, by their index. */
    public BitSet in(String text) {
        String normal = normal(text);
        BitSet found = new BitSet();
        int node = WordTree.ROOT;
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (isCounted(c)) {
                node = tree.step(node, lower(c));
                for (int index : tree.ends(node)) {
                    if (!found.get(index) && isParted(normal, i, lengths[index])) {
                        found.set(index);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isCounted(char c) {
        return c < 0x80
                ? c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z'
                : Character.isLetterOrDigit(c);
    }

    /** Whether so many letters that end at a place are parted from what stands around them. */
    private static boolean isParted(String text, int last, int letters) {
        int first = last;
        for (int counted = 1; counted < letters; counted++) {
            do {
                first--;
            } while (!isCounted(text.charAt(first)));
        }
        return parted(text, first - 1, first) && parted(text, last, last + 1);
    }

    /** Which of the strings stand in bytes that may hold text in ASCII, UTF-8 or UTF-16; only long ones are told. */
    public BitSet in(byte[] bytes) {
        BitSet found = plain(bytes);
        if (foreign) {
            found.or(in(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
            found.or(in(new String(bytes, java.nio.charset.StandardCharsets.UTF_16BE)));
        }
        for (int index = found.nextSetBit(0); index >= 0; index = found.nextSetBit(index + 1)) {
            found.set(index, lengths[index] >= SHORTEST_IN_BYTES);
        }
        return found;
    }

    /** Zeros, spaces and punctuation may stand between; what is no text at all parts words. */
    private BitSet plain(byte[] bytes) {
        BitSet found = new BitSet();
        int node = WordTree.ROOT;
        for (byte b : bytes) {
            byte kind = KINDS[b & 0xff];
            if (kind > PARTS) {
                node = tree.step(node, (char) kind);
                for (int index : tree.ends(node)) {
                    found.set(index);
                }
            } else if (kind == PARTS) {
                node = WordTree.ROOT;
            }
        }
        return found;
    }

    private static boolean parted(String text, int left, int right) {
        if (left < 0 || right >= text.length()) {
            return true;
        }
        char one = text.charAt(left);
        char other = text.charAt(right);
        boolean digits = Character.isDigit(one) && Character.isDigit(other);
        boolean letters = isAlphabetic(one) && isAlphabetic(other);
        return !digits && !letters;
    }

    /** Of a script that parts words by spaces. */
    private static boolean isAlphabetic(char c) {
        if (!Character.isLetter(c)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
            default -> true;
        };
    }
}
