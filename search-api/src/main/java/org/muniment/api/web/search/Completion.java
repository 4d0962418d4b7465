package org.muniment.api.web.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muniment.archive.query.Field;

/**
 * What may be typed next in a search.
 *
 * @param from the first character that it takes the place of
 * @param text what comes there
 * @param words what it does
 */
public record Completion(int from, String text, String words) {
    private static final int MOST = 8;

    /** For a query as far as it was typed. */
    public static List<Completion> of(String typed) {
        int from = start(typed);
        String word = typed.substring(from).toLowerCase(Locale.ROOT);
        int colon = word.indexOf(':');
        if (colon > 0) {
            return Field.named(word.substring(0, colon)).stream()
                    .flatMap(field -> choices(field, from + colon + 1, word.substring(colon + 1)))
                    .toList();
        }
        return word.isEmpty()
                ? List.of()
                : Arrays.stream(Field.values())
                        .filter(field -> field.key().startsWith(word))
                        .limit(MOST)
                        .map(field -> new Completion(
                                from, field.key() + ":", field.description() + ", as in " + field.example()))
                        .toList();
    }

    private static Stream<Completion> choices(Field field, int from, String begun) {
        return field.choices().stream()
                .filter(choice -> choice.startsWith(begun))
                .map(choice -> new Completion(from, choice + " ", field.description()));
    }

    /** Where the word at the end begins; within quotes nothing is completed. */
    private static int start(String typed) {
        if (typed.chars().filter(c -> c == '"').count() % 2 == 1) {
            return typed.length();
        }
        int at = typed.length();
        while (at > 0 && (Character.isLetterOrDigit(typed.charAt(at - 1)) || typed.charAt(at - 1) == ':')) {
            at--;
        }
        return at;
    }
}
