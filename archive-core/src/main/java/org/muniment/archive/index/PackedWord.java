package org.muniment.archive.index;

/** A short word of unaccented letters, digits and apostrophes as one number: equal numbers are equal words. */
final class PackedWord {
    /** Of a word that does not fit. */
    static final long NONE = 0;

    /** 38 to this power is below 2 to the power of 63. */
    private static final int LONGEST = 12;

    private static final int SYMBOLS = 38;

    private PackedWord() {}

    /** The number of a word in lower case; {@link #NONE} when it is longer than 12 characters or has others. */
    static long of(char[] word, int length) {
        if (length > LONGEST) {
            return NONE;
        }
        long packed = 0;
        for (int i = 0; i < length; i++) {
            int symbol = symbol(word[i]);
            if (symbol == 0) {
                return NONE;
            }
            packed = packed * SYMBOLS + symbol;
        }
        return packed;
    }

    /** Spread over the lower bits. */
    static int hash(long packed) {
        return (int) (packed * 0x9E3779B97F4A7C15L >>> 40);
    }

    private static int symbol(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 1;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 27;
        }
        return c == '\'' ? 37 : 0;
    }
}
