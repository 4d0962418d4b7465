package org.muniment.archive.pdf;

/**
 * How letters look.
 *
 * @param size in points
 * @param leading from one line to the next, in points
 * @param bold whether they are drawn with a thicker stroke: the font has one weight
 * @param grey 0 is black
 */
record Style(double size, double leading, boolean bold, double grey) {
    static final Style TITLE = new Style(17, 22, true, 0);
    static final Style PART = new Style(11.5, 16, true, 0);
    static final Style TEXT = new Style(9.5, 13.5, false, 0);
    static final Style NAME = new Style(9.5, 13.5, false, 0.35);
    static final Style TABLE = new Style(8.5, 11, false, 0);
    static final Style LIST = new Style(6.5, 8.5, false, 0);
    static final Style MARGIN = new Style(7.5, 10, false, 0.35);

    Style asBold() {
        return new Style(size, leading, true, grey);
    }
}
