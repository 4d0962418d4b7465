package org.muniment.archive.pdf;

import java.util.List;

/**
 * A paper that stands in the bundle.
 *
 * @param number of the paper in this bundle, from 1, in the order of setting: what a {@link Block.Contents} links to
 * @param marks of its pages, as stamped
 * @param pageTexts the text of each page exactly as it was set, without stamps; as many as marks
 * @param notes what a reader should know, in plain words: "3 remote pictures were not loaded"
 * @param hidden words that a {@link Mask} took from a page, line by line: not to be printed, for a leak test alone
 */
public record SetPaper(
        int number, List<String> marks, List<String> pageTexts, List<String> notes, List<String> hidden) {
    public SetPaper {
        marks = List.copyOf(marks);
        pageTexts = List.copyOf(pageTexts);
        notes = List.copyOf(notes);
        hidden = List.copyOf(hidden);
    }

    /** How many pages it has; at least 1. */
    public int pages() {
        return marks.size();
    }
}
