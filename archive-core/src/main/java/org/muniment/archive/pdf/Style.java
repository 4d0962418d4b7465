package org.muniment.archive.pdf;

/**
 * How letters look.
 *
 * @param size in points
 * @param leading from one line to the next, in points
 * @param cut of the letters
 * @param grey 0 is black
 */
record Style(double size, double leading, Cut cut, double grey) {
    static final Style TITLE = new Style(17, 22, Cut.BOLD, 0);
    static final Style PART = new Style(11.5, 16, Cut.BOLD, 0);
    static final Style TEXT = new Style(9.5, 13.5, Cut.PLAIN, 0);
    static final Style FIXED = new Style(8.5, 11.5, Cut.FIXED, 0);
    static final Style NAME = new Style(9.5, 13.5, Cut.PLAIN, 0.35);
    static final Style TABLE = new Style(8.5, 11, Cut.PLAIN, 0);
    static final Style LIST = new Style(6.5, 8.5, Cut.PLAIN, 0);
    static final Style MARGIN = new Style(7.5, 10, Cut.PLAIN, 0.35);
    static final Style MARK = new Style(9.5, 12, Cut.BOLD, 0);

    /** Which of the typeface's cuts. */
    enum Cut {
        PLAIN,
        BOLD,
        /** All letters of one width. */
        FIXED
    }

    Style asBold() {
        return new Style(size, leading, Cut.BOLD, grey);
    }

    Style inGrey(double other) {
        return new Style(size, leading, cut, other);
    }
}
