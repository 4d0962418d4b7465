package org.muniment.archive.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What someone may have meant by a field that does not exist. */
final class Suggestion {
    private static final Map<String, Field> OTHER_WORDS = Map.of(
            "sender", Field.FROM,
            "author", Field.FROM,
            "date", Field.SENT,
            "on", Field.SENT,
            "title", Field.SUBJECT,
            "file", Field.FILENAME,
            "mailbox", Field.CUSTODIAN,
            "owner", Field.CUSTODIAN,
            "person", Field.PARTICIPANT,
            "hash", Field.DIGEST);

    private Suggestion() {}

    static Optional<Field> forField(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        Field other = OTHER_WORDS.get(name);
        if (other != null) {
            return Optional.of(other);
        }
        int most = name.length() < 4 ? 1 : 2;
        return Arrays.stream(Field.values())
                .filter(field -> Math.abs(field.key().length() - name.length()) <= most)
                .filter(field -> distance(name, field.key()) <= most)
                .min(Comparator.comparingInt(field -> distance(name, field.key())));
    }

    /** Edits from one to the other: a letter more, less or other, or two neighbours swapped. */
    private static int distance(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : least(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int least(int[][] edits, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + same);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
