package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.List;

/** Sets blocks onto sheets. */
final class Setting {
    private static final double NAMES = 138;
    private static final double SIGNATURE = 300;
    private static final double SPACE = 34;

    private final Sheets sheets;
    private final Structure structure;
    private final Typeface typeface;

    Setting(Sheets sheets, Structure structure, Typeface typeface) {
        this.sheets = sheets;
        this.structure = structure;
        this.typeface = typeface;
    }

    void set(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph.text());
            case Block.Facts facts -> facts(facts);
            case Block.Table table -> new TableSetting(table, sheets, structure, typeface).set();
            case Block.Signatures signatures -> signatures(signatures);
            case Block.PageBreak pageBreak -> sheets.next();
            case Block.Prose prose -> throw new UnsupportedOperationException();
            case Block.Picture picture -> throw new UnsupportedOperationException();
            case Block.Contents contents -> throw new UnsupportedOperationException();
        }
    }

    private void heading(Block.Heading heading) throws IOException {
        Style style = heading.level() == 1 ? Style.TITLE : Style.PART;
        List<String> lines = Lines.of(words(heading.runs()), style, Sheets.WIDTH, typeface);
        // Not at the foot of a page: some of what it heads comes with it.
        sheets.need(lines.size() * style.leading() + 60);
        sheets.gap(heading.level() == 1 ? 0 : 10);
        Tag tag = structure.begin(structure.document(), "H" + heading.level());
        lines(tag, lines, style, Sheets.LEFT);
        structure.end(tag);
        sheets.down(heading.level() == 1 ? 6 : 3);
    }

    private static String words(List<Run> runs) {
        return runs.stream()
                .map(run -> switch (run) {
                    case Run.Words words -> words.text();
                    case Run.Box box -> box.label();
                })
                .collect(java.util.stream.Collectors.joining());
    }

    private void paragraph(String text) throws IOException {
        Tag tag = structure.begin(structure.document(), "P");
        lines(tag, Lines.of(text, Style.TEXT, Sheets.WIDTH, typeface), Style.TEXT, Sheets.LEFT);
        structure.end(tag);
        sheets.down(5);
    }

    /** Sets lines, over the end of the page where they must. */
    private void lines(Tag tag, List<String> lines, Style style, double x) throws IOException {
        int next = 0;
        while (next < lines.size()) {
            sheets.need(style.leading());
            sheets.page().begin(tag);
            do {
                line(lines.get(next++), style, x);
            } while (next < lines.size() && sheets.room() >= style.leading());
            sheets.page().end();
        }
    }

    private void line(String text, Style style, double x) {
        sheets.page().text(x, sheets.y() - style.size(), style, text);
        sheets.down(style.leading());
    }

    private void facts(Block.Facts facts) throws IOException {
        Tag list = structure.begin(structure.document(), "L");
        for (Block.Fact fact : facts.facts()) {
            Tag item = structure.begin(list, "LI");
            fact(item, fact);
            structure.end(item);
        }
        structure.end(list);
        sheets.down(5);
    }

    private void fact(Tag item, Block.Fact fact) throws IOException {
        List<String> name = Lines.of(fact.name(), Style.NAME, NAMES - 8, typeface);
        List<String> value = Lines.of(words(fact.value()), Style.TEXT, Sheets.WIDTH - NAMES, typeface);
        sheets.need(Math.max(name.size(), Math.min(value.size(), 3)) * Style.TEXT.leading());
        double top = sheets.y();
        Page before = sheets.page();
        inItem(item, "Lbl", name, Style.NAME, Sheets.LEFT);
        double below = sheets.y();
        sheets.down(below - top);
        inItem(item, "LBody", value, Style.TEXT, Sheets.LEFT + NAMES);
        if (sheets.page() == before && sheets.y() > below) {
            sheets.down(sheets.y() - below);
        }
    }

    private void inItem(Tag item, String type, List<String> lines, Style style, double x) throws IOException {
        Tag tag = structure.begin(item, type);
        lines(tag, lines, style, x);
        structure.end(tag);
    }

    private void signatures(Block.Signatures signatures) throws IOException {
        double all = 0;
        for (String under : signatures.under()) {
            all += SPACE + Lines.of(under, Style.NAME, SIGNATURE, typeface).size() * Style.NAME.leading();
        }
        sheets.need(all);
        for (String under : signatures.under()) {
            signature(Lines.of(under, Style.NAME, SIGNATURE, typeface));
        }
        sheets.down(5);
    }

    private void signature(List<String> under) throws IOException {
        sheets.need(SPACE + under.size() * Style.NAME.leading());
        sheets.down(SPACE - 2);
        Page page = sheets.page();
        page.beginArtifact();
        page.rule(Sheets.LEFT, sheets.y(), SIGNATURE, 0.6, 0);
        page.rule(Sheets.LEFT + SIGNATURE + 24, sheets.y(), Sheets.WIDTH - SIGNATURE - 24, 0.6, 0);
        page.end();
        sheets.down(2);
        double top = sheets.y();
        Tag tag = structure.begin(structure.document(), "P");
        lines(tag, under, Style.NAME, Sheets.LEFT);
        page.begin(tag);
        page.text(Sheets.LEFT + SIGNATURE + 24, top - Style.NAME.size(), Style.NAME, "Date");
        page.end();
        structure.end(tag);
    }
}
