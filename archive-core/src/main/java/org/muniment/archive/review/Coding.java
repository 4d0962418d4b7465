package org.muniment.archive.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;

/**
 * A reviewer's decision on an item. The latest counts; none is ever changed.
 *
 * @param set for which request or matter
 * @param ruling what was decided
 * @param by who decided
 * @param at when
 * @param copyOf the item on which the person decided, when this is an exact copy of it; else null
 */
public record Coding(
        ReviewSet set,
        ItemId item,
        Ruling ruling,
        Officer by,
        Instant at,
        @Nullable ItemId copyOf) {
    /**
     * What is decided.
     *
     * @param exemptions the grounds; at least one for an exempt decision, none for another
     * @param note the reviewer's own words, which nobody outside sees; empty for none
     */
    public record Ruling(Decision decision, List<Exemption> exemptions, String note) {
        private static final int LONGEST = 2000;

        public Ruling {
            exemptions = List.copyOf(exemptions);
            note = note.strip();
            if (decision.isExempt() && exemptions.isEmpty()) {
                throw new IllegalArgumentException(
                        "What is " + decision.words() + " needs its section. To see them: muniment code --exemptions");
            }
            if (!decision.isExempt() && !exemptions.isEmpty()) {
                throw new IllegalArgumentException(
                        "What is " + decision.words() + " has no exemption; exempt in part or in whole has");
            }
            if (exemptions.stream().map(Exemption::id).distinct().count() < exemptions.size()) {
                throw new IllegalArgumentException("An exemption is given twice");
            }
            if (note.length() > LONGEST) {
                throw new IllegalArgumentException("A note has at most " + LONGEST + " characters");
            }
        }

        /** A ruling without exemption and note. */
        public static Ruling of(Decision decision) {
            return new Ruling(decision, List.of(), "");
        }
    }

    /** What was decided. */
    public Decision decision() {
        return ruling.decision();
    }

    /** Whether the same person decided the same. */
    boolean saysAs(Coding other) {
        return ruling.equals(other.ruling) && by.equals(other.by);
    }
}
