package org.muniment.archive.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The document's pages, one after the other: letter paper, what every page repeats, and how far down the current one is
 * filled. How many there are is known at the end only: the number is a drawing that all of them show.
 */
final class Sheets {
    static final double LEFT = 54;
    static final double WIDTH = 504;
    private static final double HEIGHT = 792;
    private static final double TOP = HEIGHT - 60;
    private static final double BOTTOM = 60;
    private static final double FOOT = 36;
    private static final double HEAD = HEIGHT - 40;
    private static final String COUNT = "Count";

    private final Document document;
    private final PdfFile file;
    private final Typeface typeface;
    private final Structure structure;
    private final int font;
    private final int tree;
    private final int count;
    private final int resources;
    private final StringBuilder kids = new StringBuilder();
    private int pages;
    private Page page;
    private double y = TOP;

    /** @param font the object that will be the font */
    Sheets(Document document, PdfFile file, Typeface typeface, Structure structure, int font) {
        this.document = document;
        this.file = file;
        this.typeface = typeface;
        this.structure = structure;
        this.font = font;
        this.tree = file.allocate();
        this.count = file.allocate();
        this.resources = file.allocate();
        this.page = new Page(file.allocate(), typeface);
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
        finishPage();
        page = new Page(file.allocate(), typeface);
        y = TOP;
    }

    private void finishPage() throws IOException {
        margins();
        int content = file.allocate();
        file.stream(content, "", page.content().getBytes(StandardCharsets.ISO_8859_1));
        file.write(
                page.number(),
                "<</Type /Page /Parent " + tree + " 0 R /Resources " + resources + " 0 R /Contents " + content
                        + " 0 R /StructParents " + pages + " /Tabs /S>>");
        structure.page(pages, page.tags());
        kids.append(page.number()).append(" 0 R ");
        pages++;
    }

    private void margins() {
        page.beginArtifact();
        if (pages > 0) {
            page.text(
                    LEFT,
                    HEAD,
                    Style.MARGIN,
                    Lines.of(document.title(), Style.MARGIN, WIDTH, typeface).getFirst());
            page.rule(LEFT, HEAD - 5, WIDTH, 0.5, 0.7);
        }
        String place = "Page " + (pages + 1) + " of ";
        double end = LEFT + WIDTH - 3.5 * Style.MARGIN.size() * typeface.width('0');
        page.rule(LEFT, FOOT + 12, WIDTH, 0.5, 0.7);
        page.text(
                LEFT,
                FOOT,
                Style.MARGIN,
                Lines.of(document.mark(), Style.MARGIN, WIDTH / 2, typeface).getFirst());
        page.text(end - typeface.width(place) * Style.MARGIN.size(), FOOT, Style.MARGIN, place);
        page.show(COUNT, end, FOOT);
        page.end();
    }

    /** Ends the last page and writes what all of them share; returns the number of their tree. */
    int finish() throws IOException {
        finishPage();
        Page number = new Page(count, typeface);
        number.text(0, 0, Style.MARGIN, Integer.toString(pages));
        String fonts = "<</Font <</F1 " + font + " 0 R>>";
        file.stream(
                count,
                "/Type /XObject /Subtype /Form /BBox [0 -5 60 15] /Resources " + fonts + ">>",
                number.content().getBytes(StandardCharsets.ISO_8859_1));
        file.write(resources, fonts + " /XObject <</" + COUNT + " " + count + " 0 R>> >>");
        file.write(tree, "<</Type /Pages /MediaBox [0 0 612 792] /Count " + pages + " /Kids [" + kids + "]>>");
        return tree;
    }
}
