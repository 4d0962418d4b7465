package org.muniment.archive.review;

/** Where in a part a redaction is. */
public sealed interface Place {
    /** All of it. */
    record Whole() implements Place {}

    /**
     * A passage of the part's text.
     *
     * @param start first UTF-16 unit, from 0
     * @param end after the last
     */
    record Span(int start, int end) implements Place {
        public Span {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("A passage begins at 0 or later and ends after it begins");
            }
        }
    }

    /**
     * A rectangle on a page of an attachment, in shares of the page from its top left corner.
     *
     * @param page from 1
     */
    record Region(int page, double left, double top, double width, double height) implements Place {
        public Region {
            if (page < 1
                    || !(left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= 1 && top + height <= 1)) {
                throw new IllegalArgumentException(
                        "A region is a page from 1, and left, top, width and height as shares"
                                + " of the page from 0 to 1, within it");
            }
        }
    }

    /** The one written form: {@code whole}, {@code 10-25}, {@code page 2 at 0.1,0.2 size 0.5,0.25}. */
    default String written() {
        return Places.write(this);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Place read(String written) {
        return Places.read(written);
    }
}
