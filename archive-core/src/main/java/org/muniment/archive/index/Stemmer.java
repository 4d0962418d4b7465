package org.muniment.archive.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * English stems after R. Krovetz (KStem), which change less than Porter's: <i>universe</i> and <i>university</i> stay
 * apart. A possessive {@code 's} and other apostrophes are dropped first. For one thread; remembers the words it saw last.
 */
final class Stemmer {
    private final char[][] words;
    private final String[] stems;
    private final OneWord word = new OneWord();
    private final KStemFilter kstem = new KStemFilter(word);

    /** Remembers so many words: a power of two. */
    Stemmer(int remembered) {
        this.words = new char[remembered][];
        this.stems = new String[remembered];
    }

    /** The word's stem, or nothing when that is the word itself. */
    String otherThan(char[] buffer, int length) {
        int slot = hash(buffer, length) & words.length - 1;
        char[] known = words[slot];
        if (known != null && Arrays.equals(known, 0, known.length, buffer, 0, length)) {
            return stems[slot];
        }
        String stem = stem(buffer, length);
        char[] copy = Arrays.copyOf(buffer, length);
        words[slot] = copy;
        stems[slot] = stem.contentEquals(new String(copy)) ? "" : stem;
        return stems[slot];
    }

    /** The stem of a word as the tokenizer gives it. */
    String of(String word) {
        String other = otherThan(word.toCharArray(), word.length());
        return other.isEmpty() ? word : other;
    }

    /** Spread over the lower bits. */
    static int hash(char[] buffer, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash ^ hash >>> 15;
    }

    private String stem(char[] buffer, int length) {
        String bare = new String(buffer, 0, length);
        if (bare.endsWith("'s")) {
            bare = bare.substring(0, length - 2);
        }
        word.next = bare.replace("'", "");
        try {
            kstem.incrementToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return word.term.toString();
    }

    /** Feeds the filter a word at a time. */
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String next = "";

        @Override
        public boolean incrementToken() {
            clearAttributes();
            term.append(next);
            return true;
        }
    }
}
