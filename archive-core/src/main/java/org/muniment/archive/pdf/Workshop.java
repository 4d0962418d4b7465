package org.muniment.archive.pdf;

import java.io.Closeable;
import java.io.IOException;

/** What painting keeps from one paper to the next. For one thread. */
final class Workshop implements Closeable {
    /** How many drawings that never came back are let alone; after that, markup is set as text. */
    private static final int PATIENCE = 3;

    private MarkupFonts fonts = new MarkupFonts();
    private int abandoned;

    MarkupFonts fonts() throws Unpaintable {
        if (abandoned >= PATIENCE) {
            throw new Unpaintable("others before it took too long to draw");
        }
        return fonts;
    }

    /** Leaves the fonts to a drawing that goes on without end. */
    void abandon() {
        fonts = new MarkupFonts();
        abandoned++;
    }

    @Override
    public void close() throws IOException {
        fonts.close();
    }
}
