package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.List;

/** Sets blocks onto sheets. */
final class Setting {
    private static final double NAMES = 138;
    private static final double LEAST_NAMES = 76;
    private static final double SIGNATURE = 300;
    private static final double SPACE = 34;

    private final Ground ground;
    private final Sheets sheets;
    private final Structure structure;
    private final Letters letters;
    private final Tag parent;
    private final List<Integer> targets;

    /**
     * @param parent what the blocks are part of
     * @param targets first pages of the papers that contents may lead to
     */
    Setting(Ground ground, Tag parent, List<Integer> targets) {
        this.ground = ground;
        this.sheets = ground.sheets();
        this.structure = ground.structure();
        this.letters = ground.letters();
        this.parent = parent;
        this.targets = targets;
    }

    /** Says in the place of a foreign page that it could not be drawn; gives what it says. */
    static List<String> undrawn(int page, int pages, Unpaintable why, Ground ground, Tag section) throws IOException {
        String note = "Page " + page + " of " + pages + " could not be drawn: " + why.getMessage();
        new Setting(ground, section, List.of()).set(List.of(new Block.Paragraph(note + ".")));
        return List.of(note);
    }

    void set(List<Block> blocks) throws IOException {
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            if (at > 0 && blocks.get(at - 1) instanceof Block.Facts && block instanceof Block.Prose) {
                rule();
            }
            set(block);
        }
    }

    /** Parts what is said of a mail from what it says. */
    void rule() {
        if (sheets.room() > 20) {
            sheets.page().beginArtifact();
            sheets.page().rule(Sheets.LEFT, sheets.y() - 3, Sheets.WIDTH, 0.6, 0.6);
            sheets.page().end();
            sheets.down(14);
        }
    }

    private void set(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph.text());
            case Block.Prose prose -> new ProseSetting(ground, parent).set(prose);
            case Block.Facts facts -> facts(facts);
            case Block.Table table -> table(table.columns(), table.print()).rows(table.rows());
            case Block.Contents contents ->
                table(contents.columns(), Block.Print.NORMAL).entries(contents.entries());
            case Block.Picture picture -> new PictureSetting(ground, parent).set(picture);
            case Block.Signatures signatures -> signatures(signatures);
            case Block.PageBreak pageBreak -> sheets.next();
        }
    }

    private TableSetting table(List<Block.Column> columns, Block.Print print) {
        return new TableSetting(columns, print, ground, parent, targets);
    }

    private void heading(Block.Heading heading) throws IOException {
        Style style = heading.level() == 1 ? Style.TITLE : Style.PART;
        List<Line> lines = Lines.of(heading.runs(), style, Sheets.WIDTH, letters);
        // Not at the foot of a page: some of what it heads comes with it.
        sheets.need(lines.size() * style.leading() + 60);
        sheets.gap(heading.level() == 1 ? 0 : 10);
        Tag tag = structure.begin(parent, "H" + heading.level());
        lines(tag, lines, style, Sheets.LEFT, Sheets.WIDTH);
        structure.end(tag);
        sheets.down(heading.level() == 1 ? 6 : 3);
    }

    private void paragraph(String text) throws IOException {
        Tag tag = structure.begin(parent, "P");
        lines(tag, Lines.of(text, Style.TEXT, Sheets.WIDTH, letters), Style.TEXT, Sheets.LEFT, Sheets.WIDTH);
        structure.end(tag);
        sheets.down(5);
    }

    /** Sets lines, over the end of the page where they must. */
    private void lines(Tag tag, List<Line> lines, Style style, double x, double width) throws IOException {
        int next = 0;
        while (next < lines.size()) {
            sheets.need(style.leading());
            sheets.page().begin(tag);
            do {
                line(lines.get(next++), style, x, width);
            } while (next < lines.size() && sheets.room() >= style.leading());
            sheets.page().end();
        }
    }

    private void line(Line line, Style style, double x, double width) {
        double indent = line.rightToLeft() ? width - line.width() * style.size() : 0;
        sheets.page().text(x + indent, sheets.y() - style.size(), style, line);
        sheets.down(style.leading());
    }

    private void facts(Block.Facts facts) throws IOException {
        Tag list = structure.begin(parent, "L");
        double names = LEAST_NAMES;
        for (Block.Fact fact : facts.facts()) {
            double width = letters.width(Style.NAME.cut(), fact.name()) * Style.NAME.size();
            names = Math.clamp(width + 14, names, NAMES);
        }
        for (Block.Fact fact : facts.facts()) {
            Tag item = structure.begin(list, "LI");
            fact(item, fact, names);
            structure.end(item);
        }
        structure.end(list);
        sheets.down(5);
    }

    private void fact(Tag item, Block.Fact fact, double names) throws IOException {
        List<Line> name = Lines.of(fact.name(), Style.NAME, names - 8, letters);
        List<Line> value = Lines.of(fact.value(), Style.TEXT, Sheets.WIDTH - names, letters);
        sheets.need(Math.max(name.size(), Math.min(value.size(), 3)) * Style.TEXT.leading());
        double top = sheets.y();
        Page before = sheets.page();
        inItem(item, "Lbl", name, Style.NAME, Sheets.LEFT, names);
        double below = sheets.y();
        sheets.down(below - top);
        inItem(item, "LBody", value, Style.TEXT, Sheets.LEFT + names, Sheets.WIDTH - names);
        if (sheets.page() == before && sheets.y() > below) {
            sheets.down(sheets.y() - below);
        }
    }

    private void inItem(Tag item, String type, List<Line> lines, Style style, double x, double width)
            throws IOException {
        Tag tag = structure.begin(item, type);
        lines(tag, lines, style, x, width);
        structure.end(tag);
    }

    private void signatures(Block.Signatures signatures) throws IOException {
        double all = 0;
        for (String under : signatures.under()) {
            all += SPACE + Lines.of(under, Style.NAME, SIGNATURE, letters).size() * Style.NAME.leading();
        }
        sheets.need(all);
        for (String under : signatures.under()) {
            signature(Lines.of(under, Style.NAME, SIGNATURE, letters));
        }
        sheets.down(5);
    }

    private void signature(List<Line> under) throws IOException {
        sheets.need(SPACE + under.size() * Style.NAME.leading());
        sheets.down(SPACE - 2);
        Page page = sheets.page();
        page.beginArtifact();
        page.rule(Sheets.LEFT, sheets.y(), SIGNATURE, 0.6, 0);
        page.rule(Sheets.LEFT + SIGNATURE + 24, sheets.y(), Sheets.WIDTH - SIGNATURE - 24, 0.6, 0);
        page.end();
        sheets.down(2);
        double top = sheets.y();
        Tag tag = structure.begin(parent, "P");
        lines(tag, under, Style.NAME, Sheets.LEFT, SIGNATURE);
        page.begin(tag);
        page.text(
                Sheets.LEFT + SIGNATURE + 24,
                top - Style.NAME.size(),
                Style.NAME,
                Lines.of("Date", Style.NAME, SIGNATURE, letters).getFirst());
        page.end();
        structure.end(tag);
    }
}
