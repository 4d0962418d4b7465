package org.muniment.batch.produce.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordScanTest {
    private static boolean found(String words, String text) {
        return new WordScan(List.of(words)).in(text).get(0);
    }

    private static boolean foundIn(String words, byte[] bytes) {
        return new WordScan(List.of(words)).in(bytes).get(0);
    }

    @Test
    void wordsAreFoundInAnyCaseAndAcrossLines() {
        assertThat(found("Milo Ashfeld", "about MILO\n  ashfeld, grade 2")).isTrue();
        assertThat(found("Milo Ashfeld", "about Milo-Ash\u00adfeld")).isTrue();
        assertThat(found("Milo Ashfeld", "about Milo Ashford")).isFalse();
    }

    @Test
    void numbersAreFoundHoweverTheyAreWritten() {
        assertThat(found("123-45-6789", "SSN 123 45 6789.")).isTrue();
        assertThat(found("123-45-6789", "SSN 123456789.")).isTrue();
        assertThat(found("123-45-6789", "number 51234567890")).isFalse();
        assertThat(found("(559) 555-0188", "call 559.555.0188")).isTrue();
    }

    @Test
    void wholeWordsOnlyWhereAScriptPartsThem() {
        assertThat(found("Ann", "the announcement")).isFalse();
        assertThat(found("Ann", "Ann's mother")).isTrue();
        assertThat(found("李明", "學生李明今天")).isTrue();
        assertThat(found("Милый", "немилый")).isFalse();
    }

    @Test
    void ligaturesAndWideFormsAreTheSameLetters() {
        assertThat(found("Office file", "o\ufb03ce \ufb01le")).isTrue();
        assertThat(found("R12", "\uff32\uff11\uff12")).isTrue();
    }

    @Test
    void overlappingStringsAreAllFound() {
        BitSet found = new WordScan(List.of("Ana", "Ana Maria", "Maria", "none")).in("to Ana Maria");
        assertThat(found.stream().boxed()).containsExactly(0, 1, 2);
    }

    @Test
    void bytesAreReadAsAsciiAndUtf16() {
        assertThat(foundIn("Milo Ashfeld", "(Milo Ashfeld) Tj".getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(foundIn("Milo Ashfeld", "Milo Ashfeld".getBytes(StandardCharsets.UTF_16BE)))
                .isTrue();
        assertThat(foundIn("Élodie Ñandú", "x Élodie Ñandú".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void shortWordsAreNotSoughtInBytesWhereTheyStandByChance() {
        assertThat(foundIn("Milo", "Milo".getBytes(StandardCharsets.US_ASCII))).isFalse();
    }

    @Test
    void randomBytesHoldNoneOfTwoThousandNames() {
        long seed = 20261122;
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            names.add("pupil" + Integer.toString(1_000_000 + random.nextInt(9_000_000), 36));
        }
        byte[] bytes = new byte[4 << 20];
        random.nextBytes(bytes);
        assertThat(new WordScan(names).in(bytes).isEmpty()).as("seed " + seed).isTrue();
    }

    @Test
    void itFindsJustWhatAPlainSearchFinds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                words.add(word(random, 1 + random.nextInt(4)));
            }
            String text = word(random, 3) + " " + word(random, random.nextInt(5) + 1) + " " + word(random, 4);
            BitSet found = new WordScan(words).in(text);
            for (int i = 0; i < words.size(); i++) {
                boolean plain = (" " + text + " ").contains(" " + words.get(i) + " ");
                assertThat(!plain || found.get(i))
                        .as("seed %d: %s in %s", seed, words.get(i), text)
                        .isTrue();
                assertThat(!found.get(i) || text.replace(" ", "").contains(words.get(i)))
                        .as("seed %d: %s in %s", seed, words.get(i), text)
                        .isTrue();
            }
        }
    }

    @Test
    void withoutATableOfAllStepsItFindsTheSame() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                words.add(word(random, 1 + random.nextInt(9)) + (random.nextInt(4) == 0 ? "\u00e9" : ""));
            }
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append(word(random, 1 + random.nextInt(9))).append(random.nextBoolean() ? " " : "\u00e9, ");
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            WordScan edges = new WordScan(words, 0);
            WordScan table = new WordScan(words);
            assertThat(edges.in(text.toString())).as("seed " + seed).isEqualTo(table.in(text.toString()));
            assertThat(edges.in(bytes)).as("seed " + seed).isEqualTo(table.in(bytes));
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }
}
