package org.muniment.archive.pdf;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * A character of a foreign page as it is seen.
 *
 * @param text what it means
 * @param x where its baseline begins, in points from the left
 * @param y the same from the top
 * @param endX where its baseline ends
 * @param endY the same from the top
 * @param upX to a full height above its baseline
 * @param upY the same, downwards
 */
record Glyph(String text, double x, double y, double endX, double endY, double upX, double upY) {
    private static final double ABOVE = 0.98;
    private static final double BELOW = 0.28;
    private static final double BODY = 0.65;

    static Glyph of(TextPosition position, PDPage page) {
        Matrix matrix = position.getTextMatrix();
        double length = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        double x = matrix.getTranslateX();
        double y = matrix.getTranslateY();
        double[] start = seen(page, x, y);
        double[] end = seen(page, position.getEndX(), position.getEndY());
        double[] up = length == 0 ? start : seen(page, x + matrix.getShearX(), y + matrix.getScaleY());
        return new Glyph(position.getUnicode(), start[0], start[1], end[0], end[1], up[0] - start[0], up[1] - start[1]);
    }

    /** A point of the page as a reader's eyes have it. */
    private static double[] seen(PDPage page, double x, double y) {
        double width = page.getCropBox().getWidth();
        double height = page.getCropBox().getHeight();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new double[] {y, x};
            case 180 -> new double[] {width - x, y};
            case 270 -> new double[] {height - y, width - x};
            default -> new double[] {x, height - y};
        };
    }

    double size() {
        return Math.hypot(upX, upY);
    }

    /** All that its ink may cover. */
    Area ink() {
        return area(ABOVE, BELOW).grown(0.08 * size());
    }

    /** What nobody else's ink covers. */
    Area body() {
        return area(BODY, 0);
    }

    private Area area(double above, double below) {
        double[] xs = {x + upX * above, x - upX * below, endX + upX * above, endX - upX * below};
        double[] ys = {y + upY * above, y - upY * below, endY + upY * above, endY - upY * below};
        return around(xs, ys);
    }

    private static Area around(double[] xs, double[] ys) {
        Area area = new Area(xs[0], ys[0], 0, 0);
        for (int corner = 1; corner < xs.length; corner++) {
            area = area.with(new Area(xs[corner], ys[corner], 0, 0));
        }
        return area;
    }
}
