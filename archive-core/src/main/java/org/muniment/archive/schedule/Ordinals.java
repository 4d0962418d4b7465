package org.muniment.archive.schedule;

import java.util.List;

/** First to tenth, as regulations write them. */
final class Ordinals {
    private static final List<String> WORDS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Ordinals() {}

    /** 1 to 10; 0 for any other word. */
    static int of(String word) {
        return WORDS.indexOf(word) + 1;
    }

    static String word(int ordinal) {
        return WORDS.get(ordinal - 1);
    }

    /** As a choice within a pattern. */
    static String pattern() {
        return String.join("|", WORDS);
    }

    static void check(int ordinal) {
        if (ordinal < 1 || ordinal > WORDS.size()) {
            throw new IllegalArgumentException("Ordinals go from first to tenth, not to " + ordinal);
        }
    }
}
