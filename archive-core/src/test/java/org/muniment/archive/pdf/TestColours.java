package org.muniment.archive.pdf;

import java.awt.image.BufferedImage;

/** Counts pixels. */
final class TestColours {
    private TestColours() {}

    static int blue(BufferedImage image) {
        int blue = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = image.getRGB(x, y);
                blue += (pixel & 0xff) > 150 && (pixel >> 16 & 0xff) < 100 ? 1 : 0;
            }
        }
        return blue;
    }

    static int black(BufferedImage image) {
        int black = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                black += (image.getRGB(x, y) & 0xffffff) == 0 ? 1 : 0;
            }
        }
        return black;
    }
}
