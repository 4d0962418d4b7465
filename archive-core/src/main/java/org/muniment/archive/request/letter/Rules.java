package org.muniment.archive.request.letter;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.Determination.Outcome;
import org.muniment.archive.request.RequestRefused;

/** What the law wants of a letter, beyond that its fields are there. */
final class Rules {
    private Rules() {}

    /** Throws {@link org.muniment.archive.request.RequestRefused}. */
    static void check(LetterKind kind, @Nullable Determination determination, Map<LetterField, String> values) {
        Set<LetterField> withholding = Set.of(LetterField.EXEMPTIONS, LetterField.RESPONSIBLE);
        boolean named = withholding.stream()
                .anyMatch(field -> !values.getOrDefault(field, "").isEmpty());
        boolean withheld = kind == LetterKind.DENIAL
                || determination != null && determination.outcome() == Outcome.PARTIAL
                || named;
        if (withheld) {
            need(values, LetterField.EXEMPTIONS, "Gov. Code 7922.000: what is withheld is justified by its section");
            need(values, LetterField.RESPONSIBLE, "Gov. Code 7922.540: a denial names each person responsible");
            values.getOrDefault(LetterField.RESPONSIBLE, "").lines().forEach(Rules::hasTitle);
        }
        if (kind == LetterKind.DENIAL && determination != null && determination.outcome() == Outcome.FULL) {
            throw new RequestRefused("Who hands out everything sends a determination, not a denial");
        }
    }

    private static void need(Map<LetterField, String> values, LetterField field, String why) {
        if (values.getOrDefault(field, "").isEmpty()) {
            throw new RequestRefused("'" + field.key() + "' is missing: " + field.about() + " (" + why + ")");
        }
    }

    private static void hasTitle(String line) {
        int comma = line.indexOf(',');
        if (!line.isEmpty() && (comma < 1 || line.substring(comma + 1).isBlank())) {
            throw new RequestRefused(
                    "'responsible': each line is a name, a comma and a title (Gov. Code 7922.540), not: " + line);
        }
    }
}
