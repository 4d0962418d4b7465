package org.muniment.archive.disposition.certificate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.Block.Column;
import org.muniment.archive.pdf.Block.Fact;
import org.muniment.archive.pdf.Document;
import org.muniment.archive.schedule.RecordSeries;

/** The list for the board as people read and sign it: what, why now, what is kept, what the board is asked, who signs. */
final class BoardPaper {
    private final Plan plan;
    private final List<BoardSums.Group> groups;
    private final Map<String, Long> refusals;
    private final SeriesTitles titles;
    private final Words words;

    /** @param refusals items that were due and are not on the list, by reason */
    BoardPaper(Plan plan, List<BoardSums.Group> groups, Map<String, Long> refusals, SeriesTitles titles, ZoneId zone) {
        this.plan = plan;
        this.groups = groups;
        this.refusals = refusals;
        this.titles = titles;
        this.words = new Words(zone);
    }

    Document document(Instant at) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Records proposed for destruction"));
        blocks.add(new Block.Paragraph("The governing board is asked to authorize the destruction of the "
                + Words.count(plan.items(), "record") + " of list " + plan.id()
                + ", summarized here (Ed. Code 35253; 5 CCR 16023 to 16027). Nothing on the list is destroyed before the"
                + " board has acted, a second officer has approved the list, and a further grace period has passed."
                + " A record that comes under a hold until then is kept."));
        blocks.add(new Block.Facts(List.of(
                new Fact(
                        "List",
                        plan.id() + ", made " + words.time(plan.request().at())),
                new Fact("Records eligible on", Words.day(plan.request().asOf())),
                new Fact("Proposed by", plan.request().by().name()),
                new Fact("Retention schedule", "version " + plan.schedule()),
                new Fact("SHA-256 of the list", plan.list().hex()),
                new Fact("This paper", words.time(at)))));
        what(blocks);
        kept(blocks);
        conflict(blocks);
        action(blocks);
        return new Document(
                "Records proposed for destruction, list " + plan.id(), "en-US", "List " + plan.id(), at, blocks);
    }

    private void what(List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        for (BoardSums.Group group : groups) {
            rows.add(List.of(
                    group.series() + " " + titles.title(plan.schedule(), group.series()),
                    Integer.toString(group.recordClass().number()),
                    group.authority() + (isVerified(group) ? "" : " (" + RecordSeries.NOT_VERIFIED + ")"),
                    group.year(),
                    Words.shortDay(group.eligible()),
                    Words.number(group.items()),
                    Words.bytes(group.bytes())));
        }
        long bytes = groups.stream().mapToLong(BoardSums.Group::bytes).sum();
        rows.add(List.of("Total", "", "", "", "", Words.number(plan.items()), Words.bytes(bytes)));
        blocks.add(new Block.Heading(2, "The records"));
        blocks.add(new Block.Table(
                List.of(
                        Column.words("Record series", 28),
                        Column.words("Class", 7),
                        Column.words("Citation", 23),
                        Column.words("School year", 11),
                        Column.words("Eligible since", 13),
                        Column.numbers("Items", 8),
                        Column.numbers("Size", 10)),
                rows,
                Block.Print.NORMAL));
        if (!groups.stream().allMatch(this::isVerified)) {
            blocks.add(
                    new Block.Paragraph(
                            "Not verified: when the retention schedule was written, the text of that citation was"
                                    + " not read or does not fix the period. Counsel should confirm the period before the board acts."));
        }
        if (plan.classTwo() > 0) {
            blocks.add(new Block.Paragraph(plan.reclassification() + "."));
        }
    }

    private boolean isVerified(BoardSums.Group group) {
        return titles.isVerified(plan.schedule(), group.series());
    }

    private void kept(List<Block> blocks) {
        blocks.add(new Block.Heading(2, "Due as well, and kept"));
        if (refusals.isEmpty()) {
            blocks.add(new Block.Paragraph("No record that was due had to be left off the list."));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        new TreeMap<>(refusals).forEach((reason, count) -> rows.add(List.of(reason, Words.number(count))));
        blocks.add(new Block.Table(
                List.of(Column.words("Reason", 85), Column.numbers("Items", 15)), rows, Block.Print.NORMAL));
    }

    private void conflict(List<Block> blocks) {
        // What is signed is on one page.
        blocks.add(new Block.PageBreak());
        blocks.add(new Block.Heading(2, "Certificate of no conflict"));
        blocks.add(
                new Block.Paragraph("The undersigned certify that, to their knowledge, none of these records is needed"
                        + " for pending or reasonably foreseeable litigation, an open request under the California Public Records"
                        + " Act, an audit that is not completed, an investigation, or a contract or grant that is still in force,"
                        + " and that no law requires them to be kept longer."));
        blocks.add(new Block.Signatures(List.of(
                plan.request().by().name() + ", who proposed the list", "Superintendent or designee: name and title")));
    }

    private void action(List<Block> blocks) {
        blocks.add(new Block.Heading(2, "Action of the governing board"));
        blocks.add(new Block.Paragraph("The board authorizes / does not authorize (strike out what does not apply) the"
                + " destruction of the records of list " + plan.id() + ". Meeting and item of the minutes are recorded"
                + " with the approval: muniment purge approve " + plan.id() + "."));
        blocks.add(new Block.Signatures(List.of(
                "Meeting date, and item or resolution number", "Clerk or president of the board: name and title")));
    }
}
