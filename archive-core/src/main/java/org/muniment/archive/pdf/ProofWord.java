package org.muniment.archive.pdf;

/**
 * A word of a page that is looked at.
 *
 * @param text as it is read
 * @param spot where it stands
 * @param line which line of the page it is on, from 0, in reading order
 * @param origin what it is a passage of
 */
public record ProofWord(String text, Spot spot, int line, Origin origin) {
    /** What a word is a passage of. */
    public sealed interface Origin {
        /**
         * Of a text that the caller named, see {@link Run.Words}.
         *
         * @param start first UTF-16 unit, from 0
         * @param end after the last
         */
        record Given(String from, int start, int end) implements Origin {}

        /** Of none: the caller's own words, and labels of what is hidden. */
        record Own() implements Origin {}

        /** Of a foreign page, where it is known by its place alone. */
        record Foreign() implements Origin {}

        /** Nobody knows: letters that are drawn otherwise than they are written. */
        record Unknown() implements Origin {}
    }
}
