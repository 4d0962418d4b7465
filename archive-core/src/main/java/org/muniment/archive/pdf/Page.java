package org.muniment.archive.pdf;

/** The content of one page. Lengths are points; the origin is the page's lower left corner. */
final class Page {
    private final int number;
    private final Typeface typeface;
    private final StringBuilder content = new StringBuilder(8192);
    private final StringBuilder tags = new StringBuilder();
    private int pieces;

    Page(int number, Typeface typeface) {
        this.number = number;
        this.typeface = typeface;
    }

    /** Begins a piece of content that belongs to an element of the structure. */
    void begin(Tag tag) {
        tag.mark(number, pieces);
        tags.append(tag.number()).append(" 0 R ");
        content.append('/')
                .append(tag.type())
                .append(" <</MCID ")
                .append(pieces++)
                .append(">> BDC\n");
    }

    /** Begins what is there for the eye only: rules, and what every page repeats. */
    void beginArtifact() {
        content.append("/Artifact BMC\n");
    }

    void end() {
        content.append("EMC\n");
    }

    void text(double x, double baseline, Style style, String text) {
        if (text.isEmpty()) {
            return;
        }
        content.append("BT /F1 ");
        number(style.size()).append("Tf ");
        number(style.grey()).append("g ");
        if (style.bold()) {
            number(style.grey()).append("G 2 Tr ");
            number(style.size() * 0.035).append("w ");
        }
        number(x);
        number(baseline).append("Td ");
        typeface.write(text, content);
        content.append(style.bold() ? " Tj 0 Tr ET\n" : " Tj ET\n");
    }

    /** A rule from left to right. */
    void rule(double x, double y, double width, double thickness, double grey) {
        fill(x, y - thickness / 2, width, thickness, grey);
    }

    void fill(double x, double y, double width, double height, double grey) {
        number(grey).append("g ");
        number(x);
        number(y);
        number(width);
        number(height).append("re f\n");
    }

    /** Shows a drawing that the file has once. */
    void show(String name, double x, double y) {
        content.append("q 1 0 0 1 ");
        number(x);
        number(y).append("cm /").append(name).append(" Do Q\n");
    }

    /** To a hundredth, with a space after it. */
    private StringBuilder number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            content.append('-');
            hundredths = -hundredths;
        }
        content.append(hundredths / 100);
        long rest = hundredths % 100;
        if (rest > 0) {
            content.append(rest < 10 ? ".0" : ".").append(rest);
        }
        return content.append(' ');
    }

    int number() {
        return number;
    }

    String content() {
        return content.toString();
    }

    String tags() {
        return tags.toString();
    }
}
