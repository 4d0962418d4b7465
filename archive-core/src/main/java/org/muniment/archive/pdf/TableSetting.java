package org.muniment.archive.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets one table, row by row, its headings again on every page. */
final class TableSetting {
    private static final double GAP = 6;

    private final Block.Table table;
    private final Sheets sheets;
    private final Structure structure;
    private final Typeface typeface;
    private final Style style;
    private final double padding;
    private final List<Place> places = new ArrayList<>();
    private final List<List<String>> headings = new ArrayList<>();
    private final double headHeight;

    /** Where a column stands. */
    private record Place(double x, double width, boolean numeric) {}

    TableSetting(Block.Table table, Sheets sheets, Structure structure, Typeface typeface) {
        this.table = table;
        this.sheets = sheets;
        this.structure = structure;
        this.typeface = typeface;
        this.style = switch (table.print()) {
            case NORMAL -> Style.TABLE;
            case SMALL -> Style.LIST;
        };
        this.padding = style.size() * 0.25;
        double shares =
                table.columns().stream().mapToDouble(Block.Column::share).sum();
        double x = Sheets.LEFT;
        for (Block.Column column : table.columns()) {
            double width = Sheets.WIDTH * column.share() / shares;
            places.add(new Place(x + GAP / 2, width - GAP, column.numeric()));
            headings.add(Lines.of(column.heading(), style.asBold(), width - GAP, typeface));
            x += width;
        }
        this.headHeight = height(headings);
    }

    private double height(List<List<String>> cells) {
        return height(cells.stream().mapToInt(List::size).max().orElse(1));
    }

    private double height(int lines) {
        return lines * style.leading() + 2 * padding;
    }

    void set() throws IOException {
        sheets.need(headHeight + 3 * height(1));
        Tag tag = structure.begin(structure.document(), "Table");
        Tag row = structure.begin(tag, "TR");
        head(row);
        structure.end(row);
        for (List<String> cells : table.rows()) {
            row(tag, cells);
        }
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

    private void row(Tag parent, List<String> cells) throws IOException {
        if (cells.size() != places.size()) {
            throw new IllegalArgumentException("A row of " + cells.size() + " cells in a table of " + places.size());
        }
        List<List<String>> lines = new ArrayList<>(cells.size());
        for (int column = 0; column < cells.size(); column++) {
            lines.add(Lines.of(cells.get(column), style, places.get(column).width(), typeface));
        }
        if (sheets.room() < height(lines)) {
            nextPage();
        }
        Tag row = structure.begin(parent, "TR");
        List<Tag> tags = cells.stream().map(cell -> structure.begin(row, "TD")).toList();
        parts(lines, tags);
        for (Tag tag : tags) {
            structure.end(tag);
        }
        structure.end(row);
    }

    /** Sets a row, in parts where it is longer than a page. */
    private void parts(List<List<String>> lines, List<Tag> tags) throws IOException {
        int all = lines.stream().mapToInt(List::size).max().orElse(1);
        int next = 0;
        while (next < all) {
            if (next > 0) {
                nextPage();
            }
            int fit = (int) ((sheets.room() - 2 * padding) / style.leading());
            int end = Math.min(all, next + Math.max(1, fit));
            for (int column = 0; column < lines.size(); column++) {
                List<String> cell = lines.get(column);
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

    private void tagged(Tag row, String type, int column, List<String> lines, Style letters) throws IOException {
        Tag tag = structure.begin(row, type, type.equals("TH") ? " /A <</O /Table /Scope /Column>>" : "");
        sheets.page().begin(tag);
        cell(column, lines, letters);
        sheets.page().end();
        structure.end(tag);
    }

    private void cell(int column, List<String> lines, Style letters) {
        Place place = places.get(column);
        double baseline = sheets.y() - padding - letters.size() * 0.95;
        for (String line : lines) {
            double indent = place.numeric() ? place.width() - typeface.width(line) * letters.size() : 0;
            sheets.page().text(place.x() + indent, baseline, letters, line);
            baseline -= letters.leading();
        }
    }
}
