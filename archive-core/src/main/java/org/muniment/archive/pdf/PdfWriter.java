package org.muniment.archive.pdf;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Sets a document on letter pages and writes it as PDF/A-2u with a tagged structure. The same document gives the same
 * bytes. Memory does not grow with a table's rows, except for a few bytes each. Safe for many threads.
 */
public final class PdfWriter {
    /**
     * Writes a document. The stream is neither flushed nor closed.
     *
     * @throws IOException when the stream does not take it
     * @throws IllegalArgumentException when a row has more or fewer cells than its table has columns
     */
    public void write(Document document, OutputStream out) throws IOException {
        try (Typeface typeface = new Typeface()) {
            PdfFile file = new PdfFile(out);
            int font = file.allocate();
            Structure structure = new Structure(file);
            Sheets sheets = new Sheets(document, file, typeface, structure, font);
            Setting setting = new Setting(sheets, structure, typeface);
            for (Block block : document.blocks()) {
                setting.set(block);
            }
            int pages = sheets.finish();
            EmbeddedFont.write(font, typeface, file);
            Conformance.finish(document, file, pages, structure.finish());
        }
    }
}
