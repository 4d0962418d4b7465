package org.muniment.archive.disposition.certificate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.Block.Column;
import org.muniment.archive.pdf.Block.Fact;
import org.muniment.archive.pdf.Document;
import org.muniment.archive.schedule.RecordClass;

/** A certificate as people read, sign and file it. */
final class CertificatePaper {
    /** Lines in the annex at most: some 350 pages. */
    private static final int ANNEX = 20_000;

    private final Certificate certificate;
    private final SeriesTitles titles;
    private final Path items;
    private final Words words;

    /** @param items {@code items.csv}, read while the annex is set */
    CertificatePaper(Certificate certificate, SeriesTitles titles, Path items) {
        this.certificate = certificate;
        this.titles = titles;
        this.items = items;
        this.words = new Words(certificate.zone());
    }

    Document document() {
        String name = certificate.certificate();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Certificate of destruction " + name));
        blocks.add(
                new Block.Paragraph(
                        "This certifies that the records named here were destroyed in the archive, on the"
                                + " authority and by the decision of the two persons below. Records are named by number and digest only:"
                                + " nothing of their content, their subjects or the persons they were about is in this certificate."));
        summary(blocks);
        destroyed(blocks);
        kept(blocks);
        how(blocks);
        blocks.add(new Block.Signatures(List.of(
                certificate.authority().first().name(),
                certificate.authority().second().name())));
        proof(blocks);
        annex(blocks);
        return new Document(
                "Certificate of destruction " + name, "en-US", "Certificate " + name, certificate.issued(), blocks);
    }

    private void summary(List<Block> blocks) {
        Certificate.Destroyed destroyed = certificate.destroyed();
        Certificate.Authority authority = certificate.authority();
        blocks.add(new Block.Facts(List.of(
                new Fact("Certificate", certificate.certificate() + ", issued " + words.time(certificate.issued())),
                new Fact("Archive", certificate.ledger().origin()),
                new Fact(
                        "Destroyed",
                        Words.count(destroyed.items(), "item") + " (" + Words.bytes(destroyed.bytes()) + ") of "
                                + Words.number(certificate.list().items()) + " on the list"),
                new Fact("Between", words.time(destroyed.first()) + " and " + words.time(destroyed.last())),
                new Fact("Authority", authority.words()),
                new Fact("First officer", authority.first().name()),
                new Fact("Second officer", authority.second().name()),
                new Fact("Approved", words.time(authority.at())),
                new Fact(
                        "Plan",
                        certificate.plan() + ", of items eligible on " + Words.day(certificate.asOf())
                                + " under version " + certificate.schedule() + " of the retention schedule"))));
    }

    private void destroyed(List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        for (Certificate.Group group : certificate.series()) {
            rows.add(List.of(
                    group.series() + " " + titles.title(certificate.schedule(), group.series()),
                    RecordClass.of(group.recordClass()).title(),
                    group.authority(),
                    Words.number(group.items()),
                    Words.bytes(group.bytes())));
        }
        rows.add(List.of(
                "Total",
                "",
                "",
                Words.number(certificate.destroyed().items()),
                Words.bytes(certificate.destroyed().bytes())));
        blocks.add(new Block.Heading(2, "What was destroyed"));
        blocks.add(new Block.Table(
                List.of(
                        Column.words("Record series", 30),
                        Column.words("Class", 19),
                        Column.words("Citation", 27),
                        Column.numbers("Items", 11),
                        Column.numbers("Size", 13)),
                rows,
                Block.Print.NORMAL));
    }

    private void kept(List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        certificate.kept().forEach((reason, count) -> rows.add(List.of(reason, Words.number(count))));
        if (certificate.open() > 0) {
            rows.add(List.of(
                    "not decided yet: neither destroyed nor taken off the list", Words.number(certificate.open())));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading(2, "What was on the list and is kept"));
            blocks.add(new Block.Table(
                    List.of(Column.words("Reason", 85), Column.numbers("Items", 15)), rows, Block.Print.NORMAL));
        }
    }

    private void how(List<Block> blocks) {
        blocks.add(new Block.Heading(2, "How"));
        blocks.add(new Block.Paragraph(String.join(" ", certificate.means())));
        if (certificate.left().isEmpty()) {
            blocks.add(new Block.Paragraph("Nothing of the destroyed items is left in the archive."));
        } else {
            blocks.add(new Block.Paragraph("These could not be removed completely:"));
            blocks.add(new Block.Table(
                    List.of(Column.words("Item", 35), Column.words("What is left, and why", 65)),
                    certificate.left().stream()
                            .map(left -> List.of(left.item().value(), left.why()))
                            .toList(),
                    Block.Print.NORMAL));
        }
    }

    private void proof(List<Block> blocks) {
        List<String> checkpoint = certificate.ledger().checkpoint().lines().toList();
        blocks.add(new Block.PageBreak());
        blocks.add(new Block.Heading(2, "Proof"));
        blocks.add(
                new Block.Paragraph("Each destruction, the list and its approval are entries of the custody ledger. The"
                        + " files of this certificate prove it to anyone, without the archive: muniment purge verify FOLDER, or by"
                        + " hand as README.txt says."));
        blocks.add(new Block.Facts(List.of(
                new Fact("List, SHA-256", certificate.list().sha256().hex()),
                new Fact(
                        "items.csv, SHA-256", String.valueOf(certificate.files().get(Evidence.ITEMS))),
                new Fact("Ledger's public key", certificate.ledger().key()),
                new Fact("Checkpoint", checkpoint.get(1) + " entries, root " + checkpoint.get(2)))));
    }

    private void annex(List<Block> blocks) {
        blocks.add(new Block.Heading(2, "Annex: the items"));
        if (certificate.destroyed().items() > ANNEX) {
            blocks.add(new Block.Paragraph(
                    "The list of " + Words.count(certificate.destroyed().items(), "item")
                            + " is too long for paper: it is the file items.csv, whose SHA-256 is above."));
            return;
        }
        blocks.add(new Block.Table(
                List.of(
                        Column.numbers("No.", 28),
                        Column.words("Item", 94),
                        Column.words("SHA-256 of its object", 238),
                        Column.words("Series", 42),
                        Column.words("Destroyed", 64),
                        Column.numbers("Entry", 36)),
                this::rows,
                Block.Print.SMALL));
    }

    private Iterator<List<String>> rows() {
        try (BufferedReader lines = Files.newBufferedReader(items)) {
            return lines.lines()
                    .skip(1)
                    .map(ItemLine::parse)
                    .filter(ItemLine::isDestroyed)
                    .map(this::row)
                    .toList()
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of items can't be read: " + items, e);
        }
    }

    private List<String> row(ItemLine line) {
        return List.of(
                line.number(), line.item(), line.object(), line.series(), words.shortTime(line.time()), line.entry());
    }
}
