package org.muniment.archive.pdf;

/** A rectangle on a page as it is seen, in points from its upper left corner. */
record Area(double left, double top, double width, double height) {
    /** The smallest that holds both. */
    Area with(Area other) {
        double x = Math.min(left, other.left);
        double y = Math.min(top, other.top);
        return new Area(
                x,
                y,
                Math.max(left + width, other.left + other.width) - x,
                Math.max(top + height, other.top + other.height) - y);
    }

    boolean meets(Area other) {
        return left < other.left + other.width
                && other.left < left + width
                && top < other.top + other.height
                && other.top < top + height;
    }

    /** Whether the other stands on the same line of text, across or up the page, in reach. */
    boolean continues(Area other) {
        return continues(left, width, top, height, other.left, other.width, other.top, other.height)
                || continues(top, height, left, width, other.top, other.height, other.left, other.width);
    }

    private static boolean continues(
            double at, double length, double side, double size, double to, double end, double toSide, double toSize) {
        boolean level = Math.abs(side - toSide) < size * 0.5 && Math.abs(size - toSize) < size * 0.5;
        return level && to < at + length + size * 2 && at < to + end + size * 2;
    }

    Area grown(double by) {
        return new Area(left - by, top - by, width + 2 * by, height + 2 * by);
    }

    boolean isFinite() {
        return Double.isFinite(left) && Double.isFinite(top) && Double.isFinite(width) && Double.isFinite(height);
    }
}
