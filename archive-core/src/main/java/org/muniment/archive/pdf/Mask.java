package org.muniment.archive.pdf;

/**
 * An area of a page that is blacked out: its pixels are gone, and so is every word that it touches. Left, top, width and
 * height are shares of the page as it is seen, from its upper left corner.
 *
 * @param page from 1
 * @param label printed in the box; may be empty
 */
public record Mask(int page, double left, double top, double width, double height, String label) {
    public Mask {
        if (page < 1 || !(left >= 0 && top >= 0 && width > 0 && height > 0 && left < 1 && top < 1)) {
            throw new IllegalArgumentException("A mask lies on a page");
        }
    }
}
