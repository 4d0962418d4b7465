package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.item.text.Extract;
import org.muniment.archive.item.text.MarkupText;
import org.muniment.archive.item.text.Reasons;

/** Lists one attached file and reads it: messages, wrappings and archives by their parts, others for their text. */
final class AttachedFileReader {
    private static final String OUTLOOK = "application/vnd.ms-outlook";

    private final Gathering gathering;
    private final int depth;
    private final Body body;

    /** @param body of the message the file is in: what a signature or winmail.dat wraps is text of that message */
    AttachedFileReader(Gathering gathering, int depth, Body body) {
        this.gathering = gathering;
        this.depth = depth;
        this.body = body;
    }

    /** @param cipher it is known to be encrypted */
    void read(AttachedFile file, boolean cipher) {
        byte[] head = file.content().head();
        String type = FileKind.read(file, head);
        boolean unknown =
                type.equals(FileKind.UNKNOWN) && !cipher && file.content().size() > 0;
        Extract extract = unknown ? extract(file, type) : new Extract(FileKind.listed(file, head), "", "");
        String listed = unknown ? Characters.cut(extract.type(), 200) : extract.type();
        if (!gathering.list(new Attachment(
                file.place(),
                file.name(),
                listed,
                file.content().size(),
                file.content().digest(),
                file.inline()))) {
            return;
        }
        gathering.keeper().file(file);
        if (unknown && listed.equals(OUTLOOK)) {
            readAs(OUTLOOK, file);
        } else if (unknown) {
            take(file, extract);
        } else if (cipher || type.equals("application/pgp-encrypted")) {
            cipher(file, head);
        } else if (file.content().size() > 0) {
            readAs(type, file);
        }
    }

    /** The version line of PGP/MIME (RFC 3156 4) is no cipher text; what follows it is. */
    private void cipher(AttachedFile file, byte[] head) {
        boolean version = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1).startsWith("Version:");
        if (!version) {
            gathering.encrypted(file.place());
        }
    }

    private void readAs(String type, AttachedFile file) {
        if (Reasons.holdsNoText(type)) {
            return;
        }
        if (depth >= gathering.limits().depth()) {
            gathering.gap(file.place(), "nested too deep");
            return;
        }
        switch (type) {
            case "message/rfc822", "message/global", "message/news" ->
                new NestedMessage(gathering, depth + 1).read(file);
            case "application/ms-tnef", "application/vnd.ms-tnef" -> new Winmail(gathering, depth + 1, body).read(file);
            case OUTLOOK -> new ForeignItem(gathering).attached(file, depth + 1);
            case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
                new SignedMail(gathering, depth + 1, body).read(file);
            case "application/zip",
                    "application/x-zip-compressed",
                    "application/x-zip",
                    "application/gzip",
                    "application/x-gzip" ->
                new ArchiveFile(gathering, depth + 1, body).read(file, type.endsWith("gzip"));
            default -> readText(type, file);
        }
    }

    private void readText(String type, AttachedFile file) {
        if (!FileKind.isPlain(type)) {
            take(file, extract(file, type));
            return;
        }
        int limit = gathering.limits().extraction().characters();
        byte[] bytes = file.content().first(Math.min(limit, Integer.MAX_VALUE / 8) * 4);
        String text = MarkupText.isHtml(type)
                ? PartReader.html(bytes, file.charset())
                : ForeignItem.words(type, PartReader.lines(Characters.decode(bytes, file.charset())))
                        .strip();
        if (text.length() > limit || file.content().size() > bytes.length) {
            gathering.gap(file.place(), Reasons.cut(limit));
        }
        gathering.text(file.place(), Characters.cut(text, limit));
    }

    Extract extract(AttachedFile file, String type) {
        try (InputStream in = file.content().bytes().open()) {
            return gathering
                    .extraction()
                    .read(file.name(), type, in, file.content().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(AttachedFile file, Extract extract) {
        gathering.text(file.place(), extract.text());
        if (!extract.gap().isEmpty()) {
            gathering.gap(file.place(), extract.gap());
        }
    }
}
