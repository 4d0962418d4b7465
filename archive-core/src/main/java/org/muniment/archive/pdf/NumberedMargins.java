package org.muniment.archive.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The margins of a document of its own: its title, its mark, "Page 2 of 7". How many there are is known at the end only: the
 * number is a drawing that all of them show.
 */
final class NumberedMargins implements Margins {
    private static final double FOOT = 36;
    private static final double HEAD = Sheets.HEIGHT - 40;
    private static final String COUNT = "Count";

    private final Document document;
    private final Letters letters;
    private final int count;
    private int pages;

    /** @param count the object that will be the number of pages */
    NumberedMargins(Document document, Letters letters, int count) {
        this.document = document;
        this.letters = letters;
        this.count = count;
    }

    @Override
    public void draw(Page page) {
        page.beginArtifact();
        if (pages > 0) {
            line(page, HEAD, document.title(), Sheets.WIDTH);
            page.rule(Sheets.LEFT, HEAD - 5, Sheets.WIDTH, 0.5, 0.7);
        }
        String place = "Page " + ++pages + " of ";
        double end = Sheets.LEFT + Sheets.WIDTH - 3.5 * width("0");
        page.rule(Sheets.LEFT, FOOT + 12, Sheets.WIDTH, 0.5, 0.7);
        line(page, FOOT, document.mark(), Sheets.WIDTH / 2);
        page.text(end - width(place), FOOT, Style.MARGIN, place);
        page.show(COUNT, end, FOOT);
        page.end();
    }

    private void line(Page page, double baseline, String text, double width) {
        page.text(
                Sheets.LEFT,
                baseline,
                Style.MARGIN,
                Lines.of(text, Style.MARGIN, width, letters).getFirst());
    }

    private double width(String text) {
        return letters.width(Style.MARGIN.cut(), text) * Style.MARGIN.size();
    }

    @Override
    public String drawings() {
        return "/" + COUNT + " " + count + " 0 R ";
    }

    /** Writes the number of pages. */
    void finish(PdfFile file, int fonts) throws IOException {
        Page number = new Page(count, letters);
        number.text(0, 0, Style.MARGIN, Integer.toString(pages));
        file.stream(
                count,
                "/Type /XObject /Subtype /Form /BBox [0 -5 60 15] /Resources <</Font " + fonts + " 0 R>>",
                number.content().getBytes(StandardCharsets.ISO_8859_1));
    }
}
