package org.muniment.archive.review;

import java.util.Collection;
import java.util.List;

/** A text with passages hidden. */
public final class Concealment {
    private Concealment() {}

    /** A piece of the text. */
    public sealed interface Piece {
        /** What everybody may read. */
        record Shown(String text) implements Piece {}

        /**
         * What nobody may: not to be printed, logged or measured. {@code toString} leaves the words out.
         *
         * @param label what stands in its place: sections, a comma and a space between
         * @param words what is hidden, for the leak test alone
         */
        record Hidden(String label, String words) implements Piece {
            @Override
            public String toString() {
                return "Hidden[" + label + "]";
            }
        }
    }

    /**
     * A passage to hide.
     *
     * @param start first UTF-16 unit, from 0
     * @param end after the last
     * @param label the section
     */
    public record Cover(int start, int end, String label) {}

    /**
     * Takes a text apart. Passages that overlap, or touch with the same label, become one; one that would cut a character in
     * two is widened. The words of all pieces in their order are the text; no piece is empty.
     *
     * @throws IllegalArgumentException when a passage is not within the text
     */
    public static List<Piece> of(String text, Collection<Cover> covers) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the text of an item's part apart by the redactions applied to that part; regions hide nothing of the text.
     *
     * @throws ReviewRefused when the text is not the one a passage was measured in: then nothing of it may be shown
     */
    public static List<Piece> of(String text, Part part, Collection<Redaction> applied) {
        throw new UnsupportedOperationException();
    }

    /** The text as it may be handed out: {@code [label]} for what is hidden. */
    public static String written(List<Piece> pieces) {
        throw new UnsupportedOperationException();
    }

    /** What is hidden, in order: what a leak test looks for. */
    public static List<String> hidden(List<Piece> pieces) {
        throw new UnsupportedOperationException();
    }
}
