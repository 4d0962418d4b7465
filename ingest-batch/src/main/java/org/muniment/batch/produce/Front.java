package org.muniment.batch.produce;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.loadfile.LogRow;

/** What stands before and after the records in a bundle for people: letter, contents, log. */
final class Front {
    private final ProduceRequest request;
    private final Production production;
    private final Decided decided;
    private final Contents contents;
    private final ZoneId zone;

    Front(ProduceRequest request, Production production, Decided decided, Contents contents, ZoneId zone) {
        this.request = request;
        this.production = production;
        this.decided = decided;
        this.contents = contents;
        this.zone = zone;
    }

    /** The covering letter. */
    Paper letter() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, request.agency()));
        blocks.add(new Block.Facts(facts()));
        blocks.add(new Block.Heading(2, "Records enclosed"));
        blocks.add(new Block.Paragraph(enclosed()));
        blocks.add(new Block.Paragraph(
                "Each page has a number at its lower right. A message is followed by its attachments. "
                        + "A file that has no pages of its own, such as a spreadsheet or a recording, has a page that says so and is "
                        + "in the folder NATIVES under that page's number."));
        withheld(blocks);
        blocks.add(new Block.Heading(2, "How to check this production"));
        blocks.add(new Block.Paragraph(
                "No file was changed since it was made if this command, given in its folder, says OK for "
                        + "each: sha256sum -c manifest-sha256.txt. The file README.txt tells more."));
        return new Paper.Flow("Letter", 1, blocks);
    }

    List<Block.Fact> facts() {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("For", request.scope().about()));
        facts.add(new Block.Fact("Production", production.id().value()));
        facts.add(new Block.Fact("Date", Words.day(production.order().at(), zone)));
        if (production.order().replaces() != null) {
            facts.add(new Block.Fact("Replaces", production.order().replaces().value()));
        }
        contents.range().ifPresent(range -> facts.add(new Block.Fact("Pages", range.toString())));
        facts.add(new Block.Fact("Prepared by", request.by().name()));
        return facts;
    }

    private String enclosed() {
        long messages = contents.lines().stream().filter(Contents.Line::parent).count();
        long pages = contents.range().map(BatesRange::pages).orElse(0L);
        return Words.count(messages, "record", "records") + " with "
                + Words.count(contents.lines().size() - messages, "attachment", "attachments") + ", "
                + Words.count(pages, "page", "pages") + ".";
    }

    private void withheld(List<Block> blocks) {
        if (decided.withheld() + decided.redacted() == 0) {
            return;
        }
        blocks.add(new Block.Heading(2, "What is withheld"));
        blocks.add(new Block.Paragraph(Words.count(decided.withheld(), "record is", "records are")
                + " withheld; a page stands in the place of each. Parts of "
                + Words.count(decided.redacted(), "record", "records")
                + " are removed; a black box with the section stands in the place of each part. What could reasonably be "
                + "segregated is enclosed (Gov. Code 7922.525). The log at the end lists every one."));
        List<List<String>> rows = decided.grounds().stream()
                .map(one -> List.of(one.section(), one.title()))
                .toList();
        blocks.add(new Block.Table(
                List.of(Block.Column.words("Ground", 1), Block.Column.words("What it covers", 2)),
                rows,
                Block.Print.NORMAL));
        List<String> names = decided.responsible();
        if (!names.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    "Responsible for withholding (Gov. Code 7922.540): " + String.join("; ", names) + "."));
        }
    }

    /** The contents of a volume, from 0. */
    Paper contents(int volume) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Contents"));
        List<Contents.Line> lines = contents.lines().stream()
                .filter(line -> line.volume() == volume)
                .toList();
        if (request.scope() instanceof Scope.OfPerson) {
            lines.stream().map(Contents.Line::month).distinct().forEach(month -> {
                blocks.add(new Block.Heading(2, month));
                blocks.add(table(lines.stream()
                        .filter(line -> line.month().equals(month))
                        .toList()));
            });
        } else {
            blocks.add(table(lines));
        }
        return new Paper.Flow("Contents", 1, blocks);
    }

    private static Block table(List<Contents.Line> lines) {
        return new Block.Contents(
                List.of(
                        Block.Column.words("Page", 1.9),
                        Block.Column.words("Date", 1.2),
                        Block.Column.words("From", 2.2),
                        Block.Column.words("Subject or file", 4.7)),
                lines.stream()
                        .map(line -> new Block.Entry(line.paper(), cells(line)))
                        .toList());
    }

    private static List<String> cells(Contents.Line line) {
        LogRow.Entry entry = line.entry();
        return List.of(
                entry.pages().first().toString(),
                entry.date(),
                entry.from(),
                line.parent() ? entry.title() : "– " + entry.title());
    }

    /** The log of what is withheld, or a sentence where nothing is. */
    Paper log(List<LogRow.Withheld> rows) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Log of what is withheld"));
        if (rows.isEmpty()) {
            blocks.add(new Block.Paragraph("Nothing is withheld and no part is removed."));
            return new Paper.Flow("Log", 1, blocks);
        }
        blocks.add(new Block.Table(
                List.of(
                        Block.Column.words("Pages", 2.2),
                        Block.Column.words("Date", 1.3),
                        Block.Column.words("From and to", 3),
                        Block.Column.words("What", 2.6),
                        Block.Column.words("Ground", 2)),
                rows.stream().map(Front::cells).toList(),
                Block.Print.NORMAL));
        return new Paper.Flow("Log", 1, blocks);
    }

    private static List<String> cells(LogRow.Withheld row) {
        return List.of(
                row.pages().toString(),
                row.date(),
                row.author() + (row.recipients().isEmpty() ? "" : " to " + row.recipients()),
                row.description(),
                row.basis());
    }
}
