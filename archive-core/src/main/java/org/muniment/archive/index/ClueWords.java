package org.muniment.archive.index;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The clues that a word is, by itself, by its stem or by how it begins. Remembers the words it saw last. Most words of mail
 * are short and no clue: those are remembered as nothing but a number each, so that all of them stay close to the processor.
 * Safe for many threads.
 */
final class ClueWords {
    private static final int STRANGERS = 1 << 15;
    private static final int REMEMBERED = 1 << 13;
    private static final int[] NONE = {};

    private final Clues clues;
    /** One each, since many threads that wait for one stemmer cost more than their stems. */
    private final ThreadLocal<Stemmer> stemmers = ThreadLocal.withInitial(() -> new Stemmer(1));

    // Read and written without a lock: what is there is whole, and whoever misses a word finds its clues again.
    private final AtomicLongArray strangers = new AtomicLongArray(STRANGERS);
    private final ShortWord[] shorts = new ShortWord[REMEMBERED];
    private final LongWord[] longs = new LongWord[REMEMBERED];

    /** A short word that is a clue, packed. */
    private record ShortWord(long word, int[] clues) {}

    /** A word that can't be packed. */
    private record LongWord(char[] word, int[] clues) {
        boolean isOf(char[] buffer, int length) {
            return Arrays.equals(word, 0, word.length, buffer, 0, length);
        }
    }

    ClueWords(Clues clues) {
        this.clues = clues;
    }

    /** The clues of a word as the tokenizer gives it. */
    int[] of(char[] buffer, int length) {
        long packed = PackedWord.of(buffer, length);
        if (packed == PackedWord.NONE) {
            return ofLong(buffer, length);
        }
        int hash = PackedWord.hash(packed);
        return isStranger(packed, hash & STRANGERS - 1) ? NONE : ofShort(packed, hash, buffer, length);
    }

    /** A word has two places, side by side. */
    private boolean isStranger(long packed, int place) {
        return strangers.getOpaque(place) == packed || strangers.getOpaque(place ^ 1) == packed;
    }

    /** The word that was there longest goes. */
    private void remember(long stranger, int place) {
        strangers.setOpaque(place ^ 1, strangers.getOpaque(place));
        strangers.setOpaque(place, stranger);
    }

    private int[] ofShort(long packed, int hash, char[] buffer, int length) {
        ShortWord known = shorts[hash & REMEMBERED - 1];
        if (known != null && known.word == packed) {
            return known.clues;
        }
        int[] found = find(Arrays.copyOf(buffer, length));
        if (found.length == 0) {
            remember(packed, hash & STRANGERS - 1);
        } else {
            shorts[hash & REMEMBERED - 1] = new ShortWord(packed, found);
        }
        return found;
    }

    private int[] ofLong(char[] buffer, int length) {
        int slot = Stemmer.hash(buffer, length) & REMEMBERED - 1;
        LongWord known = longs[slot];
        if (known == null || !known.isOf(buffer, length)) {
            char[] word = Arrays.copyOf(buffer, length);
            known = new LongWord(word, find(word));
            longs[slot] = known;
        }
        return known.clues;
    }

    private int[] find(char[] word) {
        int[] own = both(clues.term(word), clues.starts(word));
        String stem = stemmers.get().otherThan(word, word.length);
        return stem.isEmpty() ? own : both(own, clues.term((StemFilter.MARK + stem).toCharArray()));
    }

    private static int[] both(int[] one, int[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        int[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
