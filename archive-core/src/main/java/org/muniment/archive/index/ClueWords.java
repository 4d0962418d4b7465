package org.muniment.archive.index;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The clues that a word is, by itself, by its stem or by how it begins. Remembers the words it saw last, since most words of
 * mail are always the same few thousand, and no clue. Safe for many threads.
 */
final class ClueWords {
    private static final int REMEMBERED = 1 << 15;

    private final Clues clues;
    /** One each, since many threads that wait for one stemmer cost more than their stems. */
    private final ThreadLocal<Stemmer> stemmers = ThreadLocal.withInitial(() -> new Stemmer(1));

    /** Read and written without a lock: an answer is whole or not there, and whoever misses one finds it again. */
    private final Answer[] answers = new Answer[REMEMBERED];

    private record Answer(char[] word, int[] clues) {
        boolean isOf(char[] buffer, int length) {
            return Arrays.equals(word, 0, word.length, buffer, 0, length);
        }
    }

    ClueWords(Clues clues) {
        this.clues = clues;
    }

    /** The clues of a word as the tokenizer gives it. */
    int[] of(char[] buffer, int length) {
        int slot = Stemmer.hash(buffer, length) & REMEMBERED - 1;
        Answer known = answers[slot];
        if (known == null || !known.isOf(buffer, length)) {
            char[] word = Arrays.copyOf(buffer, length);
            known = new Answer(word, find(word));
            answers[slot] = known;
        }
        return known.clues;
    }

    private int[] find(char[] word) {
        String stem = stemmers.get().otherThan(word, word.length);
        IntStream own = IntStream.concat(IntStream.of(clues.term(word)), IntStream.of(clues.starts(word)));
        return stem.isEmpty()
                ? own.toArray()
                : IntStream.concat(own, IntStream.of(clues.term((StemFilter.MARK + stem).toCharArray())))
                        .toArray();
    }
}
