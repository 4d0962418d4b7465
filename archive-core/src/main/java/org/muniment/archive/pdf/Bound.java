package org.muniment.archive.pdf;

/**
 * How much a foreign page may ask for. Counted, so that two runs agree; the clock is the last resort.
 *
 * <p>What goes beyond ends in an unchecked exception: PDFBox goes on after an {@link java.io.IOException} of one operator.
 */
final class Bound {
    private static final int MOST_OPERATORS = 3_000_000;
    private static final long MOST_NANOS = 60_000_000_000L;
    private static final long MOST_PIXELS = 100_000_000;

    private final long start = System.nanoTime();
    private int operators;

    void operator() {
        if (++operators > MOST_OPERATORS || System.nanoTime() - start > MOST_NANOS) {
            throw new IllegalStateException("The page takes too long to draw");
        }
    }

    void picture(long width, long height) {
        if (width * height > MOST_PIXELS) {
            throw new IllegalStateException("A picture on the page is too large");
        }
    }
}
