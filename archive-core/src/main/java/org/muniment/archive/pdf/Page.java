package org.muniment.archive.pdf;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.pdf.Typeface.Sign;

/** The content of one page. Lengths are points; the origin is the page's lower left corner. */
final class Page {
    private static final double WHITE = 1;

    private final int number;
    private final Letters letters;
    private final StringBuilder content = new StringBuilder(8192);
    private final StringBuilder tags = new StringBuilder();
    private final StringBuilder drawings = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private double lastBaseline = Double.NaN;
    private boolean artifact;
    private boolean joins;
    private boolean wide;
    private @Nullable Area picture;
    private int pieces;
    private int lacking;

    Page(int number, Letters letters) {
        this.number = number;
        this.letters = letters;
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
        artifact = true;
    }

    void end() {
        content.append("EMC\n");
        artifact = false;
    }

    /** Draws a line of text. */
    void text(double x, double baseline, Style style, Line line) {
        if (line.isEmpty()) {
            joins = false;
            return;
        }
        say(line.text(), baseline);
        int[] signs = line.signs();
        double at = x;
        int from = 0;
        while (from < signs.length) {
            if (signs[from] >= Line.BOX) {
                Line.Box box = line.boxes().get(signs[from] - Line.BOX);
                box(at, baseline, style, box);
                at += box.width() * style.size();
                from++;
            } else {
                int to = from;
                int width = 0;
                while (to < signs.length && signs[to] < Line.BOX) {
                    width += letters.sign(style.cut(), signs[to++]).width();
                }
                words(at, baseline, style, signs, from, to);
                at += width * style.size() / 1000;
                from = to;
            }
        }
    }

    /** Draws words that say nothing new, in the order given: a mark in a margin. */
    void text(double x, double baseline, Style style, String text) {
        int[] signs = text.codePoints().toArray();
        if (signs.length > 0) {
            words(x, baseline, style, signs, 0, signs.length);
        }
    }

    /** Notes what stands at a baseline. */
    void say(String text, double baseline) {
        if (!artifact) {
            said.append(joins || said.isEmpty() ? "" : baseline == lastBaseline ? "  " : "\n")
                    .append(text);
            joins = false;
            lastBaseline = baseline;
        }
    }

    /** Notes what a drawing says. */
    void say(String text) {
        say(text, Double.NaN);
    }

    private void words(double x, double baseline, Style style, int[] signs, int from, int to) {
        content.append("BT ");
        number(style.grey()).append("g ");
        number(x);
        number(baseline).append("Td ");
        shown(style, signs, from, to);
        content.append("ET\n");
    }

    private void shown(Style style, int[] signs, int from, int to) {
        Typeface face = null;
        for (int at = from; at < to; at++) {
            Sign sign = letters.sign(style.cut(), signs[at]);
            if (sign.face() != face) {
                content.append(face == null ? "/" : "> Tj /")
                        .append(sign.face().resource())
                        .append(' ');
                number(style.size()).append("Tf <");
                face = sign.face();
            }
            hex(face.write(sign));
            lacking += sign.lacking() ? 1 : 0;
        }
        content.append("> Tj ");
    }

    private void hex(int code) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            content.append(Character.forDigit(code >>> shift & 0xf, 16));
        }
    }

    private void box(double x, double baseline, Style style, Line.Box box) {
        double size = style.size();
        fill(x, baseline - size * 0.24, box.width() * size, size * 1.14, 0);
        label(x, baseline + size * 0.04, box.width() * size, size * Line.LABEL, box.label());
    }

    /** White words in the middle of a width, narrowed where they must be. */
    void label(double x, double baseline, double width, double size, String label) {
        Style style = new Style(size, size, Style.Cut.BOLD, WHITE);
        double needed = letters.width(style.cut(), label) * size;
        double share = Math.min(1, width / (needed + 0.01));
        content.append("q ");
        number(share).append("0 0 1 ");
        number(x + (width - needed * share) / 2);
        number(baseline).append("cm ");
        text(0, 0, style, label);
        content.append("Q\n");
    }

    /**
     * Words that are found and copied, but not seen: what a picture of a page says.
     *
     * @param across where their baseline ends, from {@code x}
     * @param up where their baseline ends, from {@code y}
     */
    void hidden(double x, double y, double size, double across, double up, String text) {
        int[] signs = text.codePoints().toArray();
        double natural = letters.width(Style.Cut.PLAIN, text) * size;
        double length = Math.hypot(across, up);
        if (signs.length == 0 || !(natural > 0.01 && length > 0.01 && size > 0.01)) {
            return;
        }
        content.append("BT 3 Tr ");
        number(Math.clamp(100 * length / natural, 1, 1000)).append("Tz ");
        number(across / length);
        number(up / length);
        number(-up / length);
        number(across / length);
        number(x);
        number(y).append("Tm ");
        shown(new Style(size, size, Style.Cut.PLAIN, 0), signs, 0, signs.length);
        content.append("0 Tr 100 Tz ET\n");
    }

    /** Signs of quotation, which bars show: they are found and copied, but not seen. */
    void signs(double x, double baseline, Style style, String signs) {
        if (!signs.isEmpty()) {
            say(signs.stripTrailing() + " ", baseline);
            joins = true;
            hidden(x, baseline, style.size(), letters.width(Style.Cut.PLAIN, signs) * style.size(), 0, signs);
        }
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
        show(name, 1, 1, x, y);
    }

    /** Shows a drawing of this page's, scaled. */
    void show(int drawing, double across, double up, double x, double y) {
        String name = "D" + drawing;
        drawings.append('/').append(name).append(' ').append(drawing).append(" 0 R ");
        show(name, across, up, x, y);
    }

    private void show(String name, double across, double up, double x, double y) {
        content.append("q ");
        number(across).append("0 0 ");
        number(up);
        number(x);
        number(y).append("cm /").append(name).append(" Do Q\n");
    }

    /** Notes an annotation. */
    void link(int annotation) {
        links.append(annotation).append(" 0 R ");
    }

    /** To a ten-thousandth, with a space after it. */
    private StringBuilder number(double value) {
        long parts = Math.round(value * 10_000);
        if (parts < 0) {
            content.append('-');
            parts = -parts;
        }
        content.append(parts / 10_000);
        long rest = parts % 10_000;
        if (rest > 0) {
            content.append('.');
            for (long unit = 1000; rest > 0; unit /= 10) {
                content.append((char) ('0' + rest / unit));
                rest %= unit;
            }
        }
        return content.append(' ');
    }

    /** Notes where the picture stands that is all of the page, from its upper left corner. */
    void pictured(Area where) {
        picture = where;
    }

    /** Where the picture stands that is all of the page. */
    Optional<Area> picture() {
        return Optional.ofNullable(picture);
    }

    /** How many of its characters no typeface has. */
    int lacking() {
        return lacking;
    }

    /** Lays the page on its side, or not. */
    void turn(boolean toItsSide) {
        wide = toItsSide;
    }

    boolean isWide() {
        return wide;
    }

    double width() {
        return wide ? Sheets.HEIGHT : Sheets.PAPER;
    }

    double height() {
        return wide ? Sheets.PAPER : Sheets.HEIGHT;
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

    /** Objects that only this page shows, as entries of a dictionary. */
    String drawings() {
        return drawings.toString();
    }

    String links() {
        return links.toString();
    }

    /** What it says, line by line. */
    String said() {
        return said.toString();
    }
}
