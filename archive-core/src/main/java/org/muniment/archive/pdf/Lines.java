package org.muniment.archive.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a text into lines: at spaces, between Chinese or Japanese characters, and within a word that is longer than a line.
 */
final class Lines {
    private static final String NOT_FIRST = "、。，．・：；？！」』）】》〉〕｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]}!?.,:;%";
    private static final String NOT_LAST = "「『（【《〈〔｛([{";

    private final Style style;
    private final Letters letters;
    private final double most;
    private final List<Line.Box> boxes;
    private final List<Line> lines = new ArrayList<>();
    private int box;

    private Lines(Passage passage, Style style, double width, Letters letters) {
        this.style = style;
        this.letters = letters;
        this.most = width / style.size();
        this.boxes = passage.boxes().stream()
                .map(label -> Line.box(label, letters, most))
                .toList();
    }

    /** The lines of a running text, at least one; {@code width} in points. */
    static List<Line> of(String text, Style style, double width, Letters letters) {
        return of(Run.words(text), style, width, letters);
    }

    /** The lines of a running text with boxes, at least one; {@code width} in points. */
    static List<Line> of(List<Run> runs, Style style, double width, Letters letters) {
        return of(Passage.running(runs), style, width, letters);
    }

    /** The lines of a passage that is one paragraph, at least one. */
    static List<Line> of(Passage passage, Style style, double width, Letters letters) {
        Lines lines = new Lines(passage, style, width, letters);
        lines.paragraph(passage.text());
        return lines.lines;
    }

    private void paragraph(String text) {
        Order order = new Order(text);
        int[] signs = signs(text);
        int start = 0;
        do {
            int end = end(signs, start);
            int last = end;
            while (last > start && signs[last - 1] == ' ' && last < signs.length) {
                last--;
            }
            lines.add(line(signs, start, last, order));
            start = end;
        } while (start < signs.length);
    }

    private int[] signs(String text) {
        int[] signs = new int[text.codePointCount(0, text.length())];
        int count = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            signs[count++] = character == Passage.BOX ? Line.BOX + box++ : character;
        }
        return signs;
    }

    private double width(int sign) {
        return sign >= Line.BOX
                ? boxes.get(sign - Line.BOX).width()
                : letters.sign(style.cut(), sign).width() / 1000.0;
    }

    /** Where the line that begins at {@code start} ends: behind the spaces after its last word. */
    private int end(int[] signs, int start) {
        double used = 0;
        int good = -1;
        for (int at = start; at < signs.length; at++) {
            if (at > start && mayBreak(signs[at - 1], signs[at])) {
                good = at;
            }
            double width = width(signs[at]);
            if (at > start && used + width > most + 1e-9 && signs[at] != ' ') {
                return good > start ? good : at;
            }
            used += width;
        }
        return signs.length;
    }

    private static boolean mayBreak(int before, int after) {
        if (after == ' ' || before < 0x80 && after < 0x80) {
            return before == ' ' && after != ' ';
        }
        return before == ' '
                || (isIdeograph(before) || isIdeograph(after))
                        && NOT_FIRST.indexOf(after) < 0
                        && NOT_LAST.indexOf(before) < 0;
    }

    private static boolean isIdeograph(int character) {
        return character >= 0x2e80 && character < 0xac00
                || character >= 0xf900 && character < 0xfb00
                || character >= 0xff00 && character < 0xffe0
                || character >= 0x20000 && character < Line.BOX;
    }

    private Line line(int[] signs, int start, int end, Order order) {
        double width = 0;
        StringBuilder text = new StringBuilder(end - start);
        int[] drawn = new int[end - start];
        for (int at = start; at < end; at++) {
            drawn[at - start] = signs[at];
            width += width(signs[at]);
            if (signs[at] >= Line.BOX) {
                text.append('[').append(boxes.get(signs[at] - Line.BOX).label()).append(']');
            } else {
                text.append(letters.sign(style.cut(), signs[at]).meaning());
            }
        }
        int[] ordered = order.visual(drawn, start);
        return new Line(ordered, boxes, width, text.toString(), order.isRightToLeft());
    }

    /** In which order the characters of a paragraph are drawn (Unicode Standard Annex 9). */
    private static final class Order {
        private final @Nullable Bidi bidi;
        /** By character, where it begins in the text. */
        private final int[] offsets;

        Order(String text) {
            this.bidi = text.chars().anyMatch(character -> character >= 0x590)
                            && Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                    ? new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
                    : null;
            this.offsets = bidi == null ? new int[0] : offsets(text);
        }

        private static int[] offsets(String text) {
            int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
            for (int at = 0; at < offsets.length - 1; at++) {
                offsets[at + 1] = offsets[at] + Character.charCount(text.codePointAt(offsets[at]));
            }
            return offsets;
        }

        boolean isRightToLeft() {
            return bidi != null && !bidi.baseIsLeftToRight();
        }

        int[] visual(int[] signs, int start) {
            if (bidi == null || signs.length == 0) {
                return signs;
            }
            Bidi line = bidi.createLineBidi(offsets[start], offsets[start + signs.length]);
            return Visual.order(signs, line);
        }
    }
}
