package org.muniment.api.web.items;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.schedule.Sentences;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Declaration;

/**
 * Why an item of a person's own is what it is, in words that name nobody but the reader: who else looked at it, declared or
 * confirmed it, and for what, is not for its owner.
 */
final class OwnWords {
    private OwnWords() {}

    /**
     * The reason of its class.
     *
     * @param said all that was declared about it, in order
     */
    static String reason(Classification now, List<Declaration> said, Officer owner) {
        return switch (now.basis()) {
            case RULE, UNMATCHED -> Sentences.basis(now.basis()) + ": " + now.reason();
            case AGREED -> "pending; superintendent and board agreed on Class 2 for what is pending of its school year";
            case DECLARED -> declaredBy(now, said, owner);
        };
    }

    /** The latest declaration that has this class and series is the one that counts. */
    private static String declaredBy(Classification now, List<Declaration> said, Officer owner) {
        return said.reversed().stream()
                .filter(one ->
                        one.recordClass() == now.recordClass() && one.series().equals(now.series()))
                .findFirst()
                .map(one ->
                        "declared by " + who(one.by(), owner) + ", " + confirmed(one.second(), owner) + why(one, owner))
                .orElse("declared");
    }

    private static String who(Officer by, Officer owner) {
        return by.isSamePersonAs(owner) ? "you" : "the district";
    }

    private static String confirmed(@Nullable Officer second, Officer owner) {
        return second == null ? "not confirmed yet" : "confirmed by " + who(second, owner);
    }

    /** The reader's own reason; that of another person may tell of a matter or a request. */
    private static String why(Declaration one, Officer owner) {
        return one.by().isSamePersonAs(owner) ? ": " + one.reason() : "";
    }

    /**
     * A declaration that waits to be confirmed.
     *
     * @param series its title
     */
    static String declared(Declaration one, String series, Officer owner) {
        String what = one.recordClass().title() + ", series " + series;
        return one.by().isSamePersonAs(owner)
                ? "You declared it " + what + ": " + one.reason()
                : "The district declared it " + what;
    }
}
