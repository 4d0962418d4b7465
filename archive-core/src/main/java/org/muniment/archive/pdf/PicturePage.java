package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.List;

/**
 * A page that is one picture, as large as the paper allows without reaching the stamp.
 *
 * @param drawing of the whole page, with everything blacked out that is
 * @param width in points
 * @param height in points
 * @param words below it, without those that are blacked out, with their places
 * @param blackouts whose labels are printed
 */
record PicturePage(Drawing drawing, double width, double height, List<List<Glyph>> words, List<Blackout> blackouts) {
    static final double MOST = 0.96;
    private static final double EDGE = 10;
    private static final double FOOT = 33;

    /** How much smaller the paper makes it; pictures of less than a page are not made larger. */
    static double scale(double width, double height) {
        return scale(width, height, isTurned(width, height));
    }

    private static double scale(double width, double height, boolean turned) {
        double across = (turned ? Sheets.HEIGHT : Sheets.PAPER) - 2 * EDGE;
        double up = (turned ? Sheets.PAPER : Sheets.HEIGHT) - EDGE - FOOT;
        return Math.min(MOST, Math.min(across / width, up / height));
    }

    private static boolean isTurned(double width, double height) {
        return scale(width, height, true) > scale(width, height, false);
    }

    void set(Ground ground, Tag section, String altText) throws IOException {
        Page page = ground.sheets().page();
        page.turn(isTurned(width, height));
        double scale = scale(width, height);
        double left = (page.width() - width * scale) / 2;
        double free = page.height() - EDGE - FOOT - height * scale;
        double top = page.height() - EDGE - Math.min(44, free / 2);
        page.pictured(new Area(left, page.height() - top, width * scale, height * scale));
        Tag figure = PictureSetting.figure(ground.structure(), section, altText);
        page.begin(figure);
        page.show(drawing.write(ground.file()), width * scale, height * scale, left, top - height * scale);
        page.end();
        ground.structure().end(figure);
        labels(ground, section, scale, left, top);
        words(ground, section, scale, left, top);
    }

    private void labels(Ground ground, Tag section, double scale, double left, double top) throws IOException {
        Page page = ground.sheets().page();
        for (Blackout blackout : blackouts) {
            Area area = blackout.area();
            String label = Passage.label(blackout.label());
            double size = Math.clamp(area.height() * scale * 0.75, 3, 9);
            double baseline = top - (area.top() + area.height() / 2) * scale - size * 0.36;
            Tag tag = ground.structure().begin(section, "P");
            page.begin(tag);
            page.say("[" + label + "]");
            page.label(left + area.left() * scale, baseline, area.width() * scale, size, label);
            page.end();
            ground.structure().end(tag);
        }
    }

    private void words(Ground ground, Tag section, double scale, double left, double top) throws IOException {
        if (words.isEmpty()) {
            return;
        }
        Page page = ground.sheets().page();
        Tag tag = ground.structure().begin(section, "P");
        page.begin(tag);
        for (List<Glyph> word : words) {
            String text = ForeignText.of(word);
            Glyph first = word.getFirst();
            Glyph last = word.getLast();
            page.hidden(
                    left + first.x() * scale,
                    top - first.y() * scale,
                    first.size() * scale,
                    (last.endX() - first.x()) * scale,
                    -(last.endY() - first.y()) * scale,
                    text);
            page.say(text, first.y());
        }
        page.end();
        ground.structure().end(tag);
    }
}
