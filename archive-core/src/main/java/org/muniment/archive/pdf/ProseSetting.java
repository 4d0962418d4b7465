package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sets a text with its line breaks. Quoted lines stand in grey behind a bar for each time they were quoted; a text whose
 * columns are made of spaces is set in letters of one width.
 */
final class ProseSetting {
    private static final Pattern COLUMNS = Pattern.compile("\\S(?: {3,}|\\t+)\\S|^[-=_+| ]{12,}$");
    private static final double BAR = 9;
    private static final int DEEPEST = 8;
    private static final double QUOTED = 0.3;

    private final Sheets sheets;
    private final Structure structure;
    private final Letters letters;
    private final Tag parent;

    /** A line of the text: how often it is quoted, and what is behind the signs of quotation. */
    private record Quote(int depth, String signs, String rest) {
        static Quote of(String line) {
            int at = 0;
            int depth = 0;
            while (at < line.length() && depth < DEEPEST && isSign(line, at)) {
                depth += line.charAt(at) == '>' ? 1 : 0;
                at++;
            }
            return depth == 0 ? new Quote(0, "", line) : new Quote(depth, line.substring(0, at), line.substring(at));
        }

        private static boolean isSign(String line, int at) {
            return line.charAt(at) == '>' || line.charAt(at) == ' ' && at > 0 && line.charAt(at - 1) == '>';
        }
    }

    ProseSetting(Ground ground, Tag parent) {
        this.sheets = ground.sheets();
        this.structure = ground.structure();
        this.letters = ground.letters();
        this.parent = parent;
    }

    void set(Block.Prose prose) throws IOException {
        Passage passage = Passage.lines(prose.runs());
        String[] lines = passage.text().split("\n", -1);
        int last = lines.length;
        while (last > 0 && lines[last - 1].isBlank()) {
            last--;
        }
        Style style = prose.fixed() && hasColumns(lines) ? Style.FIXED : Style.TEXT;
        paragraphs(List.of(lines).subList(0, last), passage.boxes(), style, prose.fixed());
        sheets.down(5);
    }

    private static boolean hasColumns(String[] lines) {
        int found = 0;
        for (String line : lines) {
            found += COLUMNS.matcher(line).find() ? 1 : 0;
        }
        return found >= 3 && found * 12 > lines.length;
    }

    /** Sets lines; those between two empty ones are one paragraph of the structure. */
    private void paragraphs(List<String> lines, List<String> boxes, Style style, boolean fixed) throws IOException {
        List<String> labels = boxes;
        List<Quote> together = new ArrayList<>();
        for (String line : lines) {
            Quote quote = fixed ? Quote.of(line) : new Quote(0, "", line.strip());
            if (quote.rest().isBlank() && quote.depth() == 0) {
                labels = paragraph(together, labels, style);
                together.clear();
                sheets.gap(style.leading() * 0.7);
            } else {
                together.add(quote);
            }
        }
        paragraph(together, labels, style);
    }

    /** Sets a paragraph; returns the labels of the boxes behind it. */
    private List<String> paragraph(List<Quote> lines, List<String> boxes, Style style) throws IOException {
        if (lines.isEmpty()) {
            return boxes;
        }
        List<String> labels = boxes;
        Tag tag = structure.begin(parent, "P");
        for (Quote quote : lines) {
            int own = (int)
                    quote.rest().chars().filter(sign -> sign == Passage.BOX).count();
            line(tag, quote, new Passage(quote.rest(), labels.subList(0, own)), style);
            labels = labels.subList(own, labels.size());
        }
        structure.end(tag);
        return labels;
    }

    private void line(Tag tag, Quote quote, Passage rest, Style style) throws IOException {
        double indent = quote.depth() * BAR;
        Style shown = quote.depth() == 0 ? style : style.inGrey(QUOTED);
        boolean first = true;
        for (Line line : Lines.of(rest, shown, Sheets.WIDTH - indent, letters)) {
            sheets.need(style.leading());
            bars(quote.depth(), style);
            sheets.page().begin(tag);
            if (first) {
                sheets.page().signs(Sheets.LEFT, sheets.y() - style.size(), style, quote.signs());
            }
            double right = line.rightToLeft() ? Sheets.WIDTH - indent - line.width() * style.size() : 0;
            sheets.page().text(Sheets.LEFT + indent + right, sheets.y() - style.size(), shown, line);
            sheets.page().end();
            sheets.down(style.leading());
            first = false;
        }
    }

    private void bars(int depth, Style style) {
        if (depth > 0) {
            sheets.page().beginArtifact();
            for (int bar = 0; bar < depth; bar++) {
                double x = Sheets.LEFT + bar * BAR + 1;
                sheets.page().fill(x, sheets.y() - style.leading(), 1.2, style.leading(), 0.72);
            }
            sheets.page().end();
        }
    }
}
