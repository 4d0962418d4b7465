package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets one table, row by row, its headings again on every page. */
final class TableSetting {
    private static final double GAP = 6;

    private final List<Block.Column> columns;
    private final Tag parent;
    private final List<Integer> targets;
    private final PdfFile file;
    private final Sheets sheets;
    private final Structure structure;
    private final Letters letters;
    private final Style style;
    private final double padding;
    private final List<Place> places = new ArrayList<>();
    private final List<List<Line>> headings = new ArrayList<>();
    private final double headHeight;

    /** Where a column stands. */
    private record Place(double x, double width, boolean numeric) {}

    /** @param targets first pages of papers, which rows may lead to */
    TableSetting(List<Block.Column> columns, Block.Print print, Ground ground, Tag parent, List<Integer> targets) {
        this.columns = columns;
        this.parent = parent;
        this.targets = targets;
        this.file = ground.file();
        this.sheets = ground.sheets();
        this.structure = ground.structure();
        this.letters = ground.letters();
        this.style = switch (print) {
            case NORMAL -> Style.TABLE;
            case SMALL -> Style.LIST;
        };
        this.padding = style.size() * 0.25;
        place();
        this.headHeight = height(headings);
    }

    private void place() {
        double shares = columns.stream().mapToDouble(Block.Column::share).sum();
        double x = Sheets.LEFT;
        for (Block.Column column : columns) {
            double width = Sheets.WIDTH * column.share() / shares;
            places.add(new Place(x + GAP / 2, width - GAP, column.numeric()));
            headings.add(Lines.of(column.heading(), style.asBold(), width - GAP, letters));
            x += width;
        }
    }

    private double height(List<List<Line>> cells) {
        return height(cells.stream().mapToInt(List::size).max().orElse(1));
    }

    private double height(int lines) {
        return lines * style.leading() + 2 * padding;
    }

    void rows(Iterable<List<String>> rows) throws IOException {
        Tag tag = begin();
        for (List<String> cells : rows) {
            row(tag, cells, 0);
        }
        end(tag);
    }

    /** Sets rows that lead to papers. */
    void entries(Iterable<Block.Entry> entries) throws IOException {
        Tag tag = begin();
        for (Block.Entry entry : entries) {
            row(tag, entry.cells(), entry.paper());
        }
        end(tag);
    }

    private Tag begin() throws IOException {
        sheets.need(headHeight + 3 * height(1));
        Tag tag = structure.begin(parent, "Table");
        Tag row = structure.begin(tag, "TR");
        head(row);
        structure.end(row);
        return tag;
    }

    private void end(Tag tag) throws IOException {
        structure.end(tag);
        sheets.down(6);
    }

    /** Sets the headings; as part of the structure the first time only. */
    private void head(@Nullable Tag row) throws IOException {
        Page page = sheets.page();
        page.beginArtifact();
        page.fill(Sheets.LEFT, sheets.y() - headHeight, Sheets.WIDTH, headHeight, 0.91);
        page.end();
        for (int column = 0; column < places.size(); column++) {
            if (row == null) {
                page.beginArtifact();
                cell(column, headings.get(column), style.asBold());
                page.end();
            } else {
                tagged(row, "TH", column, headings.get(column), style.asBold());
            }
        }
        sheets.down(headHeight);
    }

    private void row(Tag parent, List<String> cells, int paper) throws IOException {
        if (cells.size() != places.size()) {
            throw new IllegalArgumentException("A row of " + cells.size() + " cells in a table of " + places.size());
        }
        List<List<Line>> lines = new ArrayList<>(cells.size());
        for (int column = 0; column < cells.size(); column++) {
            lines.add(Lines.of(cells.get(column), style, places.get(column).width(), letters));
        }
        if (sheets.room() < height(lines)) {
            nextPage();
        }
        Tag row = structure.begin(parent, "TR");
        List<Tag> tags = cells.stream().map(cell -> structure.begin(row, "TD")).toList();
        if (paper > 0) {
            leading(lines, tags, targets.get(paper - 1));
        } else {
            parts(lines, tags);
        }
        for (Tag tag : tags) {
            structure.end(tag);
        }
        structure.end(row);
    }

    /** Sets a row whose first cell leads to a page. */
    private void leading(List<List<Line>> lines, List<Tag> tags, int target) throws IOException {
        Page page = sheets.page();
        Tag link = structure.begin(tags.getFirst(), "Link");
        List<Tag> inner = new ArrayList<>(tags);
        inner.set(0, link);
        double top = sheets.y();
        double height = Math.min(sheets.room(), height(lines.getFirst().size()));
        parts(lines, inner);
        int annotation = file.allocate();
        Place place = places.getFirst();
        file.write(
                annotation,
                "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%d %d %d %d] /Dest [%d 0 R /Fit] /Contents %s /StructParent %d>>"
                        .formatted(
                                (int) place.x(),
                                (int) (top - height),
                                (int) (place.x() + place.width()),
                                (int) top,
                                target,
                                PdfFile.string(lines.getFirst().getFirst().text()),
                                structure.key(link.number())));
        link.refer(page.number(), annotation);
        page.link(annotation);
        structure.end(link);
    }

    /** Sets a row, in parts where it is longer than a page. */
    private void parts(List<List<Line>> lines, List<Tag> tags) throws IOException {
        int all = lines.stream().mapToInt(List::size).max().orElse(1);
        int next = 0;
        while (next < all) {
            if (next > 0) {
                nextPage();
            }
            int fit = (int) ((sheets.room() - 2 * padding) / style.leading());
            int end = Math.min(all, next + Math.max(1, fit));
            for (int column = 0; column < lines.size(); column++) {
                List<Line> cell = lines.get(column);
                sheets.page().begin(tags.get(column));
                cell(column, cell.subList(Math.min(next, cell.size()), Math.min(end, cell.size())), style);
                sheets.page().end();
            }
            sheets.down(height(end - next));
            hairline();
            next = end;
        }
    }

    private void nextPage() throws IOException {
        sheets.next();
        head(null);
    }

    private void hairline() {
        sheets.page().beginArtifact();
        sheets.page().rule(Sheets.LEFT, sheets.y(), Sheets.WIDTH, 0.3, 0.75);
        sheets.page().end();
    }

    private void tagged(Tag row, String type, int column, List<Line> lines, Style how) throws IOException {
        Tag tag = structure.begin(row, type, type.equals("TH") ? " /A <</O /Table /Scope /Column>>" : "");
        sheets.page().begin(tag);
        cell(column, lines, how);
        sheets.page().end();
        structure.end(tag);
    }

    private void cell(int column, List<Line> lines, Style how) {
        Place place = places.get(column);
        double baseline = sheets.y() - padding - how.size() * 0.95;
        for (Line line : lines) {
            boolean right = place.numeric() || line.rightToLeft();
            double indent = right ? place.width() - line.width() * how.size() : 0;
            sheets.page().text(place.x() + indent, baseline, how, line);
            baseline -= how.leading();
        }
    }
}
