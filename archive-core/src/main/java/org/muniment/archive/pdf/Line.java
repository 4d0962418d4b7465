package org.muniment.archive.pdf;

import java.util.List;

/**
 * A line as it is drawn, from left to right whatever the direction of its words.
 *
 * @param signs characters in the order they are drawn; from {@link #BOX} on, boxes
 * @param boxes by number
 * @param width in letters of size 1
 * @param text what it says, in the order it is read, boxes in brackets
 * @param rightToLeft whether it belongs at the right
 */
record Line(int[] signs, List<Box> boxes, double width, String text, boolean rightToLeft) {
    /** The first number that is no character. */
    static final int BOX = 0x110000;

    /** How much smaller than the text a box's label is. */
    static final double LABEL = 0.8;

    /**
     * A black box.
     *
     * @param width in letters of size 1
     */
    record Box(String label, double width) {}

    private static final double PADDING = 0.35;
    private static final double LEAST = 2.5;

    /** A box, no wider than {@code most}; its width comes from its label alone. */
    static Box box(String label, Letters letters, double most) {
        double width = Math.max(LEAST, letters.width(Style.Cut.BOLD, label) * LABEL + 2 * PADDING);
        return new Box(label, Math.min(most, width));
    }

    boolean isEmpty() {
        return signs.length == 0;
    }
}
