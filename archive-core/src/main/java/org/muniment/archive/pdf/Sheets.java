package org.muniment.archive.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Pages that follow one another: letter paper, and how far down the current one is filled. */
final class Sheets {
    static final double LEFT = 54;
    static final double WIDTH = 504;
    static final double PAPER = 612;
    static final double HEIGHT = 792;
    static final double TOP = HEIGHT - 60;
    static final double BOTTOM = 60;

    private final PdfFile file;
    private final Letters letters;
    private final Structure structure;
    private final PageTree tree;
    private final Shared shared;
    private final Margins margins;
    private final boolean front;
    private Page page;
    private double y = TOP;

    /**
     * What all pages of a file share.
     *
     * @param fonts the object that will be the dictionary of fonts
     * @param resources the object that will be those of a page without drawings of its own
     */
    record Shared(int fonts, int resources) {}

    /** @param front whether they stand before all that do not */
    Sheets(
            PdfFile file,
            Letters letters,
            Structure structure,
            PageTree tree,
            Shared shared,
            Margins margins,
            boolean front) {
        this.file = file;
        this.letters = letters;
        this.structure = structure;
        this.tree = tree;
        this.shared = shared;
        this.margins = margins;
        this.front = front;
        this.page = new Page(file.allocate(), letters);
    }

    Page page() {
        return page;
    }

    /** Where the next line's top is. */
    double y() {
        return y;
    }

    /** Points left on the page. */
    double room() {
        return y - BOTTOM;
    }

    boolean isFresh() {
        return y == TOP;
    }

    /** Goes down; never past the page's end, which is for the caller to see to. */
    void down(double points) {
        y -= points;
    }

    /** Leaves a distance to what is above, unless the page just begins. */
    void gap(double points) {
        if (!isFresh()) {
            y -= points;
        }
    }

    /** Begins a new page where there is not so much room on this one. */
    void need(double points) throws IOException {
        if (room() < points && !isFresh()) {
            next();
        }
    }

    /** Begins a new page. */
    void next() throws IOException {
        finish();
        page = new Page(file.allocate(), letters);
        y = TOP;
    }

    /** Writes the current page. */
    void finish() throws IOException {
        margins.draw(page);
        int content = file.allocate();
        file.stream(content, "", page.content().getBytes(StandardCharsets.ISO_8859_1));
        String resources = page.drawings().isEmpty()
                ? shared.resources() + " 0 R"
                : "<</Font " + shared.fonts() + " 0 R /XObject <<" + margins.drawings() + page.drawings() + ">> >>";
        String size = page.isWide() ? " /MediaBox [0 0 792 612]" : "";
        String links = page.links().isEmpty() ? "" : " /Annots [" + page.links() + "]";
        int key = structure.page(page.tags());
        file.write(
                page.number(),
                "<</Type /Page /Parent " + tree.parent(front) + " 0 R /Resources " + resources + " /Contents " + content
                        + " 0 R /StructParents " + key + " /Tabs /S" + size + links + ">>");
        tree.add(page.number(), front);
    }
}
