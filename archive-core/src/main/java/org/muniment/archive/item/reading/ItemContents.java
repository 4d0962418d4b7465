package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Reading;

/**
 * An item opened to be set on pages: its facts and words as they were read, its body as it was formatted, and the bytes of
 * its attachments. Closing it deletes the files.
 */
public final class ItemContents implements AutoCloseable {
    /** Longer HTML is no longer mail; its words are in the text all the same. */
    private static final int LONGEST_HTML = 16 << 20;

    private final Reading reading;
    private final String markup;
    private final VoiceFacts voice;
    private final PostingFacts posting;
    private final List<AttachedContent> attachments;

    /**
     * An attachment with its bytes.
     *
     * @param attachment as the item lists it
     * @param contentId by which the body shows it, without brackets; empty when it can't
     * @param charset of its text, as declared; may be empty
     * @param file its decoded bytes; empty for a member of an archive file, which is in that file
     */
    public record AttachedContent(Attachment attachment, String contentId, String charset, Optional<Path> file) {
        /**
         * Its bytes as HTML source, in the character set declared by the mail or by themselves.
         *
         * @throws IOException when the file can't be read
         */
        public String html() throws IOException {
            if (file.isEmpty()) {
                return "";
            }
            try (InputStream in = Files.newInputStream(file.get())) {
                return PartReader.htmlSource(in.readNBytes(LONGEST_HTML), charset);
            }
        }
    }

    ItemContents(Reading reading, String markup, VoiceFacts voice, PostingFacts posting, List<KeptParts.Kept> kept) {
        this.reading = reading;
        this.markup = markup.length() > LONGEST_HTML ? "" : markup;
        this.voice = voice;
        this.posting = posting;
        List<Attachment> listed = reading.item().attachments();
        this.attachments = IntStream.range(0, Math.min(listed.size(), kept.size()))
                .mapToObj(i -> content(listed.get(i), kept.get(i)))
                .toList();
    }

    private ItemContents(Reading reading, ItemContents of) {
        this.reading = reading;
        this.markup = of.markup;
        this.voice = of.voice;
        this.posting = of.posting;
        this.attachments = of.attachments;
    }

    ItemContents withDates(Dates dates) {
        return new ItemContents(Readings.withDates(reading, dates), this);
    }

    private static AttachedContent content(Attachment attachment, KeptParts.Kept kept) {
        boolean member = attachment.place().indexOf('!') >= 0;
        return new AttachedContent(
                attachment, kept.contentId(), kept.charset(), member ? Optional.empty() : Optional.of(kept.file()));
    }

    /** Facts and words, nothing cut: the places of its attachments and of redactions in its texts are those of this. */
    public Reading reading() {
        return reading;
    }

    /**
     * The body as HTML, when it came as HTML: of alternatives the formatted one, plain parts around it as preformatted text.
     * Not made safe. Empty when the body is plain; {@code reading().text().body()} is the text either way.
     */
    public String markup() {
        return markup;
    }

    /** What the headers tell of a call; nothing for other kinds. */
    public VoiceFacts voice() {
        return voice;
    }

    /** What is told of a posting beyond its words; nothing for other kinds. */
    public PostingFacts posting() {
        return posting;
    }

    /** Its attachments, in their order; empty when it could not be read. */
    public List<AttachedContent> attachments() {
        return attachments;
    }

    /** The files that the body may show, by Content-ID. */
    public Map<String, Path> pictures() {
        Map<String, Path> pictures = new LinkedHashMap<>();
        for (AttachedContent one : attachments) {
            boolean picture = one.attachment().type().startsWith("image/");
            if (picture && !one.contentId().isEmpty()) {
                one.file().ifPresent(file -> pictures.putIfAbsent(one.contentId(), file));
            }
        }
        return pictures;
    }

    @Override
    public void close() {
        try {
            for (Path file : files()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The copies of attachments could not be removed", e);
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        attachments.forEach(one -> one.file().ifPresent(files::add));
        return files;
    }
}
