package org.muniment.batch.produce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.reading.ItemContents.AttachedContent;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.Run;
import org.muniment.archive.review.Part;

/** The documents that an item's attachments become, in their order. None is lost: what has no pages has a slip sheet. */
final class AttachmentLeaves {
    /** Longer texts are given as files: nobody reads them on paper. */
    private static final int LONGEST = 1_000_000;

    private final OfficeFiles office;

    AttachmentLeaves(OfficeFiles office) {
        this.office = office;
    }

    /** The files without a page of their own, by place, and where they are instead. */
    Map<String, String> beside(OpenItem open) {
        Map<String, String> beside = new LinkedHashMap<>();
        for (AttachedContent content : open.contents().attachments()) {
            String why = why(open, content);
            if (!why.isEmpty()) {
                beside.put(content.attachment().place(), why);
            }
        }
        return beside;
    }

    private static String why(OpenItem open, AttachedContent content) {
        Attachment file = content.attachment();
        if (isMember(file) && !open.texts().isRedacted()) {
            return "in the archive file";
        }
        boolean shown = MessageLeaf.isFormatted(open)
                && !content.contentId().isEmpty()
                && open.contents().markup().contains("cid:" + content.contentId());
        if (shown && FileGroup.of(content) == FileGroup.PICTURE) {
            return "in the text";
        }
        if (!gap(open, file).isEmpty()) {
            return "";
        }
        return switch (FileGroup.of(content)) {
            case WRAPPING -> "wrapping";
            case SIGNATURE -> "digital signature";
            case PDF, PICTURE, HTML, TEXT, MESSAGE, OFFICE, SHEET, OTHER -> "";
        };
    }

    private static boolean isMember(Attachment file) {
        return file.place().indexOf('!') >= 0;
    }

    /** The documents, without the files that have no page. */
    List<Leaf> of(OpenItem open, Map<String, String> beside) {
        Map<String, String> words = new HashMap<>();
        open.contents().reading().text().attachments().forEach(text -> words.putIfAbsent(text.place(), text.text()));
        List<Leaf> leaves = new ArrayList<>();
        for (AttachedContent content : open.contents().attachments()) {
            if (!beside.containsKey(content.attachment().place())) {
                leaves.add(leaf(
                        open, content, words.getOrDefault(content.attachment().place(), "")));
            }
        }
        return leaves;
    }

    private Leaf leaf(OpenItem open, AttachedContent content, String words) {
        Part text = text(content);
        FileGroup group = FileGroup.of(content);
        boolean drawn = content.file().isPresent() && (group == FileGroup.PDF || group == FileGroup.PICTURE);
        if (open.texts().hidesAll(text) || open.texts().hidesAreas(text) && !drawn) {
            // An area hides nothing of words that are set anew.
            return SlipSheet.withheld(open, content);
        }
        if (content.attachment().size() == 0) {
            return SlipSheet.of(open, content, "The file is empty", List.of());
        }
        if (content.file().isEmpty()) {
            // A member of an archive file that is not given: its words are all there is.
            return words(open, content, words);
        }
        return switch (group) {
            case PDF -> inserted(open, content, content.file().orElseThrow());
            case PICTURE -> picture(open, content);
            case HTML -> html(open, content, words);
            case TEXT, MESSAGE -> words(open, content, words);
            case OFFICE -> document(open, content, words);
            case SHEET -> sheet(open, content, words, "A spreadsheet is given as the file itself");
            case WRAPPING, SIGNATURE, OTHER -> sheet(open, content, words, reason(open, content.attachment()));
        };
    }

    private static Part text(AttachedContent content) {
        return new Part.AttachmentText(content.attachment().place());
    }

    private static String gap(OpenItem open, Attachment file) {
        return open.item().coverage().gaps().stream()
                .filter(gap -> gap.place().equals(file.place()))
                .map(gap -> gap.reason())
                .findFirst()
                .orElse("");
    }

    private static String reason(OpenItem open, Attachment file) {
        String gap = gap(open, file);
        if (!gap.isEmpty()) {
            return sentence(gap);
        }
        String type = file.type();
        String what = type.startsWith("audio/")
                ? "A recording"
                : type.startsWith("video/")
                        ? "A film"
                        : type.contains("zip") || type.contains("compressed")
                                ? "An archive file"
                                : "A file of this type";
        return what + " is given as the file itself";
    }

    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }

    private Leaf leaf(OpenItem open, AttachedContent content, Leaf.Sheet sheet) {
        Attachment file = content.attachment();
        Part name = new Part.AttachmentName(file.place());
        return new Leaf(
                file.type().equals("text/calendar") ? "Calendar" : "Attachment",
                Optional.of(file),
                open.texts().written(name),
                sheet,
                Optional.<Path>empty(),
                open.texts().sections(name, text(content)),
                false,
                "");
    }

    private String title(OpenItem open, Attachment file) {
        String name = open.texts().written(new Part.AttachmentName(file.place()));
        return name.isBlank() ? "(file without a name)" : name;
    }

    private Leaf inserted(OpenItem open, AttachedContent content, Path pdf) {
        Attachment file = content.attachment();
        return leaf(
                open,
                content,
                first -> new Paper.Inserted(
                        title(open, file),
                        2,
                        pdf,
                        open.texts().masks(file.place()),
                        open.texts().strikes(file.place())));
    }

    private Leaf picture(OpenItem open, AttachedContent content) {
        Attachment file = content.attachment();
        return leaf(
                open,
                content,
                first -> new Paper.Picture(
                        title(open, file),
                        2,
                        content.file().orElseThrow(),
                        "Picture " + title(open, file),
                        open.texts().masks(file.place())));
    }

    private Leaf html(OpenItem open, AttachedContent content, String words) {
        if (open.texts().isByWords(text(content))) {
            return words(open, content, words);
        }
        try {
            String html = content.html();
            List<Block> head = List.of(new Block.Heading(2, name(open, content)));
            return leaf(
                    open,
                    content,
                    first -> new Paper.Markup(title(open, content.attachment()), 2, head, html, Map.of()));
        } catch (IOException e) {
            return SlipSheet.of(open, content, "The file could not be read", List.of());
        }
    }

    private static List<Run> name(OpenItem open, AttachedContent content) {
        List<Run> name =
                open.texts().runs(new Part.AttachmentName(content.attachment().place()));
        return name.isEmpty() ? Run.words("(file without a name)") : name;
    }

    private Leaf words(OpenItem open, AttachedContent content, String words) {
        if (words.isBlank()) {
            return SlipSheet.of(open, content, reason(open, content.attachment()), List.of());
        }
        if (words.length() > LONGEST && !open.texts().isRedacted()) {
            return SlipSheet.of(open, content, "Its text is too long for pages", List.of());
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, name(open, content)));
        String gap = gap(open, content.attachment());
        if (!gap.isEmpty()) {
            blocks.add(new Block.Paragraph(sentence(gap) + "."));
        }
        blocks.add(new Block.Prose(open.texts().runs(text(content)), true));
        return leaf(open, content, first -> new Paper.Flow(title(open, content.attachment()), 2, blocks));
    }

    /** Rendered where that is possible; redacted ones by their words, since a rendering could show what is hidden. */
    private Leaf document(OpenItem open, AttachedContent content, String words) {
        if (open.texts().isByWords(text(content))) {
            return words(open, content, words);
        }
        Optional<Path> pdf = gap(open, content.attachment()).isEmpty()
                ? content.file()
                        .flatMap(
                                file -> office.render(file, content.attachment().name()))
                : Optional.empty();
        return pdf.map(pages -> inserted(open, content, pages))
                .orElseGet(() -> sheet(open, content, words, office.why(gap(open, content.attachment()))));
    }

    /** Of a redacted item the words alone are set: its files are not given. */
    private Leaf sheet(OpenItem open, AttachedContent content, String words, String reason) {
        boolean set = open.texts().isRedacted() || FileGroup.of(content) == FileGroup.OFFICE;
        boolean some = !words.isBlank() && (open.texts().isRedacted() || words.length() <= LONGEST);
        List<Run> shown = set && some ? open.texts().runs(text(content)) : List.of();
        return SlipSheet.of(open, content, open.texts().isRedacted() ? instead(shown) : reason, shown);
    }

    private static String instead(List<Run> shown) {
        return "Parts of this item are redacted, so it is not given as a file"
                + (shown.isEmpty() ? "" : "; its words are set instead");
    }
}
