package org.muniment.archive.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** An area that is blacked out, and the label in it. */
record Blackout(Area area, String label) {
    /** Overwrites the pixels below; {@code scale} is pixels per point. */
    static void burn(List<Blackout> blackouts, BufferedImage image, double scale) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        for (Blackout blackout : blackouts) {
            Area area = blackout.area;
            int left = (int) Math.floor(area.left() * scale);
            int top = (int) Math.floor(area.top() * scale);
            graphics.fillRect(
                    left,
                    top,
                    (int) Math.ceil((area.left() + area.width()) * scale) - left,
                    (int) Math.ceil((area.top() + area.height()) * scale) - top);
        }
        graphics.dispose();
    }

    /** Masks of a page, as areas of a page of this size. */
    static List<Blackout> of(List<Mask> masks, int page, double width, double height) {
        return masks.stream()
                .filter(mask -> mask.page() == page)
                .map(mask -> new Blackout(
                        new Area(
                                mask.left() * width, mask.top() * height, mask.width() * width, mask.height() * height),
                        mask.label()))
                .toList();
    }
}
