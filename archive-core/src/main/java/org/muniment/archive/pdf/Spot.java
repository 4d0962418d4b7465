package org.muniment.archive.pdf;

/** A rectangle of a page as it is seen, in shares of it from its upper left corner; it may be of no size. */
public record Spot(double left, double top, double width, double height) {
    public Spot {
        if (!(left >= 0
                && top >= 0
                && width >= 0
                && height >= 0
                && left + width <= 1.000001
                && top + height <= 1.000001)) {
            throw new IllegalArgumentException("A spot lies on its page: shares from 0 to 1");
        }
    }

    static Spot of(Area area, Area page) {
        double left = share(area.left() - page.left(), page.width());
        double top = share(area.top() - page.top(), page.height());
        return new Spot(
                left,
                top,
                share(area.left() + area.width() - page.left(), page.width()) - left,
                share(area.top() + area.height() - page.top(), page.height()) - top);
    }

    private static double share(double length, double of) {
        return Math.clamp(length / of, 0, 1);
    }

    Area on(Area page) {
        return new Area(
                page.left() + left * page.width(),
                page.top() + top * page.height(),
                width * page.width(),
                height * page.height());
    }

    /** The smallest that holds both. */
    public Spot with(Spot other) {
        Area unit = new Area(0, 0, 1, 1);
        return of(on(unit).with(other.on(unit)), unit);
    }
}
