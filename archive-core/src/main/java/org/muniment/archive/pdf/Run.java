package org.muniment.archive.pdf;

import java.util.List;

/** A stretch of text: words that are shown, or a box in place of words that are not. */
public sealed interface Run {
    /**
     * Words that are shown.
     *
     * @param from what they are a passage of, by whatever name the caller has for it: a {@link Proof} gives it back. Empty
     *     for words of the caller's own
     * @param start where the passage begins in it, UTF-16 units from 0
     */
    record Words(String text, String from, int start) implements Run {
        /** Words of the caller's own. */
        public Words(String text) {
            this(text, "", 0);
        }
    }

    /**
     * A black box. How wide it is depends on its label alone, so that it tells nothing of what it replaces.
     *
     * @param label the section, in white; may be empty
     */
    record Box(String label) implements Run {}

    /** A text without boxes. */
    static List<Run> words(String text) {
        return List.of(new Words(text));
    }
}
