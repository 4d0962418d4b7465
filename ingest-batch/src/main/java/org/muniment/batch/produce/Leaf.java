package org.muniment.batch.produce;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.production.BatesNumber;

/**
 * One document of a production, before it has its numbers: a mail, an attachment, or what stands in its place.
 *
 * @param type as load files name it: Email, Voicemail, WebPost, Attachment, Calendar
 * @param attachment the file it is; empty for the message itself
 * @param name of the file, as it may be shown; empty for the message itself
 * @param sheet sets it, given its first number
 * @param original the file to be given beside its page; empty for none
 * @param sections under which something of it is hidden or withheld
 * @param withheld whether its page is a placeholder
 * @param exception why it is not set as it is, in plain words; empty when it is
 */
record Leaf(
        String type,
        Optional<Attachment> attachment,
        String name,
        Sheet sheet,
        Optional<Path> original,
        List<String> sections,
        boolean withheld,
        String exception) {
    /** Makes the paper of a document. */
    @FunctionalInterface
    interface Sheet {
        Paper paper(BatesNumber first);
    }

    Leaf {
        sections = List.copyOf(sections);
    }

    /** The same, given beside its page as it was collected. */
    Leaf withOriginal(Path file) {
        return new Leaf(type, attachment, name, sheet, Optional.of(file), sections, withheld, exception);
    }

    boolean redacted() {
        return !sections.isEmpty() && !withheld;
    }
}
