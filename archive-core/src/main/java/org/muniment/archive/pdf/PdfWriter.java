package org.muniment.archive.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

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
        try (Letters letters = new Letters()) {
            PdfFile file = new PdfFile(out);
            Structure structure = new Structure(file);
            PageTree tree = new PageTree(file);
            Sheets.Shared shared = new Sheets.Shared(file.allocate(), file.allocate());
            NumberedMargins margins = new NumberedMargins(document, letters, file.allocate());
            Sheets sheets = new Sheets(file, letters, structure, tree, shared, margins, false);
            Setting setting =
                    new Setting(new Ground(file, sheets, structure, letters), structure.document(), List.of());
            setting.set(document.blocks());
            sheets.finish();
            margins.finish(file, shared.fonts());
            file.write(
                    shared.resources(),
                    "<</Font " + shared.fonts() + " 0 R /XObject <<" + margins.drawings() + ">> >>");
            letters.write(shared.fonts(), file);
            new Conformance(document.title(), document.language(), document.made())
                    .finish(file, tree.finish(), structure.finish(), "");
        }
    }
}
