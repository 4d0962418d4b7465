package org.muniment.archive.pdf;

import java.util.List;

/** A stretch of text: words that are shown, or a box in place of words that are not. */
public sealed interface Run {
    /** Words that are shown. */
    record Words(String text) implements Run {}

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
