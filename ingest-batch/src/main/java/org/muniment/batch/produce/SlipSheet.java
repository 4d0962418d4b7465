package org.muniment.batch.produce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.reading.ItemContents.AttachedContent;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.Run;
import org.muniment.archive.production.bundle.PackagePath;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Part;

/** The page that stands in the place of something that has no pages of its own, and says why. */
final class SlipSheet {
    private SlipSheet() {}

    /**
     * For a file that is given as it is, beside its page. Of a redacted item no file is given: what it holds can't be seen
     * here.
     *
     * @param reason why it has no pages, in plain words without a full stop
     * @param words its text, where that says something; empty otherwise
     */
    static Leaf of(OpenItem open, AttachedContent content, String reason, List<Run> words) {
        Attachment file = content.attachment();
        boolean given = content.file().isPresent() && !open.texts().isRedacted();
        Part name = new Part.AttachmentName(file.place());
        Part text = new Part.AttachmentText(file.place());
        String shown = open.texts().written(name);
        return new Leaf(
                "Attachment",
                Optional.of(file),
                shown,
                first -> new Paper.Flow(
                        title(shown),
                        2,
                        blocks(open, file, reason, given ? PackagePath.nativeName(first, file.name()) : "", words)),
                given ? content.file() : Optional.<Path>empty(),
                open.texts().sections(name, text),
                false,
                reason);
    }

    /** In place of a document whose pages turned out not to be drawable. */
    static Leaf instead(OpenItem open, Leaf of, String reason) {
        return of.attachment()
                .flatMap(file -> content(open, file))
                .map(content -> of(open, content, reason, List.of()))
                .orElseGet(() -> message(open, of, reason));
    }

    private static Optional<AttachedContent> content(OpenItem open, Attachment file) {
        return open.contents().attachments().stream()
                .filter(one -> one.attachment().equals(file))
                .findFirst();
    }

    private static Leaf message(OpenItem open, Leaf of, String reason) {
        List<Block> blocks = List.of(
                new Block.Heading(2, "This message could not be drawn"),
                new Block.Paragraph(reason + ". Its words follow."),
                new Block.Prose(open.texts().runs(new Part.Body()), true));
        return new Leaf(
                of.type(),
                of.attachment(),
                of.name(),
                first -> new Paper.Flow("Message", 1, blocks),
                of.original(),
                of.sections(),
                of.withheld(),
                reason);
    }

    /** In place of an attachment that is withheld. */
    static Leaf withheld(OpenItem open, AttachedContent content) {
        Part text = new Part.AttachmentText(content.attachment().place());
        List<String> sections = open.texts().sections(text);
        String shown = open.texts()
                .written(new Part.AttachmentName(content.attachment().place()));
        return new Leaf(
                "Attachment",
                Optional.of(content.attachment()),
                shown,
                first -> new Paper.Flow(title(shown), 2, placeholder("This attachment is withheld.", sections, 0)),
                Optional.<Path>empty(),
                sections,
                true,
                "");
    }

    /** In place of an item that is withheld with all that came with it. */
    static Leaf withheld(Item item, List<Exemption> grounds) {
        List<String> sections =
                grounds.stream().map(Exemption::section).distinct().sorted().toList();
        String what = switch (item.kind()) {
            case EMAIL -> "This e-mail is withheld.";
            case VOICEMAIL -> "This voicemail is withheld.";
            case POSTING -> "This posting is withheld.";
            case CALENDAR -> "This calendar entry is withheld.";
            case CONTACT -> "This contact is withheld.";
        };
        return new Leaf(
                MessageLeaf.type(item.kind()),
                Optional.empty(),
                "",
                first -> new Paper.Flow(
                        "Withheld",
                        1,
                        placeholder(what, sections, item.attachments().size())),
                Optional.<Path>empty(),
                sections,
                true,
                "");
    }

    private static List<Block> placeholder(String what, List<String> sections, int attachments) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(new Block.Fact("Ground", String.join("; ", sections)));
        if (attachments > 0) {
            facts.add(new Block.Fact("With it", Words.count(attachments, "attachment", "attachments")));
        }
        return List.of(
                new Block.Heading(2, what),
                new Block.Facts(facts),
                new Block.Paragraph("This page stands in its place. See the log of what is withheld."));
    }

    private static String title(String name) {
        return name.isBlank() ? "(file without a name)" : name;
    }

    private static List<Block> blocks(OpenItem open, Attachment file, String reason, String given, List<Run> words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, given.isEmpty() ? "File without pages" : "Produced in native format"));
        List<Block.Fact> facts = new ArrayList<>();
        List<Run> name = open.texts().runs(new Part.AttachmentName(file.place()));
        facts.add(new Block.Fact("File", name.isEmpty() ? Run.words("(no name)") : name));
        facts.add(new Block.Fact("Type", file.type()));
        if (!open.texts().isRedacted()) {
            facts.add(new Block.Fact("Size", Words.size(file.size())));
        }
        facts.add(new Block.Fact("Why", reason));
        if (!given.isEmpty()) {
            facts.add(new Block.Fact("Where it is", given + " in the folder NATIVES"));
        }
        blocks.add(new Block.Facts(facts));
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph("Its words, as far as a program could read them:"));
            blocks.add(new Block.Prose(words, true));
        }
        return blocks;
    }
}
