package org.muniment.archive.index;

import java.util.List;

/**
 * Two sides at most so many words apart, as a clue.
 *
 * @param left phrases, of which any is the left side
 * @param right likewise
 * @param distance 1 when they touch
 * @param ordered the left side first
 */
record Nearby(List<Side> left, List<Side> right, int distance, boolean ordered) {
    /**
     * A phrase as a clue.
     *
     * @param clue found at its last word
     * @param width number of its words
     */
    record Side(int clue, int width) {}

    /**
     * What is to be looked at when a phrase is found: whether one of the others ended shortly before it began.
     *
     * @param near the clue that both are
     * @param width of the phrase
     * @param distance from its first word back to the last of the other's
     */
    record Role(int near, int width, int distance, int[] others) {}
}
