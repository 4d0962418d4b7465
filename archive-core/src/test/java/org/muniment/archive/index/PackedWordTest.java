package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedWordTest {
    private static final String SYMBOLS = "abcdefghijklmnopqrstuvwxyz0123456789'";

    @Test
    void differentWordsAreDifferentNumbers() {
        long seed = System.nanoTime();
        System.out.println("PackedWordTest seed " + seed);
        Random random = new Random(seed);
        Map<Long, String> words = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String word = word(random, 1 + random.nextInt(12));
            assertThat(words.put(packed(word), word)).isIn(null, word);
        }
        assertThat(words).doesNotContainKey(PackedWord.NONE);
    }

    @Test
    void theLongestWordFitsAndALongerOneDoesNot() {
        assertThat(packed("''''''''''''")).isPositive().isNotEqualTo(packed("'''''''''''"));
        assertThat(packed("'''''''''''''")).isEqualTo(PackedWord.NONE);
    }

    @Test
    void wordsWithOtherLettersDoNotFit() {
        assertThat(packed("ñandú")).isEqualTo(PackedWord.NONE);
        assertThat(packed("Agenda")).isEqualTo(PackedWord.NONE);
        assertThat(packed("")).isEqualTo(PackedWord.NONE);
    }

    private static long packed(String word) {
        return PackedWord.of(word.toCharArray(), word.length());
    }

    private static String word(Random random, int length) {
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return word.toString();
    }
}
