package org.muniment.archive.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or number of a text, as names are compared: without accents, apostrophes and case.
 *
 * @param start first UTF-16 unit
 * @param end after the last
 * @param folded as compared
 * @param capital whether it begins with a capital letter
 */
record Token(int start, int end, String folded, boolean capital) {
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\\u2019\\u02bc][\\p{L}\\p{M}]{2,})*");
    private static final Pattern DROPPED = Pattern.compile("[\\p{M}'\\u2019\\u02bc]");

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            tokens.add(new Token(words.start(), words.end(), fold(word), Character.isUpperCase(word.codePointAt(0))));
        }
        return tokens;
    }

    private static String fold(String word) {
        boolean plain = word.chars().allMatch(c -> c < 128 && c != '\'');
        String bare = plain
                ? word
                : DROPPED.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                        .replaceAll("");
        return bare.toLowerCase(Locale.ROOT);
    }

    /** The words of a name or number, as compared. */
    static List<String> folded(String text) {
        return of(text).stream().map(Token::folded).toList();
    }
}
