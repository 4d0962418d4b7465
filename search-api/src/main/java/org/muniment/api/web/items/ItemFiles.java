package org.muniment.api.web.items;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.muniment.api.search.Mail;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Highlighter;
import org.muniment.archive.item.reading.ItemContents;
import org.muniment.archive.item.reading.ItemContents.AttachedContent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.store.Spool;
import org.muniment.batch.export.BytesKind;
import org.muniment.batch.export.Export;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/** Answers with an item's bytes and those of its files, so that no browser runs any of them. Safe for many threads. */
@Component
public final class ItemFiles {
    /** Pictures that show only what they are; others are downloaded. */
    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/x-ms-bmp");

    private static final String NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'self'";

    private final Archive archive;
    private final ReadItems items;

    ItemFiles(Archive archive, ReadItems items) {
        this.archive = archive;
        this.items = items;
    }

    /**
     * The formatted body, for the frame.
     *
     * @param query whose words are marked in it
     */
    public void body(SeenItem seen, Place place, ItemQuery query, HttpServletResponse response) throws IOException {
        Highlighter marks = new Highlighter(query);
        String html = items.with(
                seen.id(),
                contents -> SafeMarkup.of(contents.markup(), pictures(seen, place, contents), marks)
                        .html());
        response.setHeader("Content-Security-Policy", SafeMarkup.POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> pictures(SeenItem seen, Place place, ItemContents contents) {
        Map<String, String> pictures = new HashMap<>();
        for (AttachedContent one : contents.attachments()) {
            if (!one.contentId().isEmpty() && SHOWN.contains(one.attachment().type())) {
                pictures.putIfAbsent(
                        one.contentId(),
                        place.of(seen.id(), "files/" + one.attachment().place()));
            }
        }
        return pictures;
    }

    /** The item itself: the bytes as collected; of own mail from a journal the message as it was delivered. */
    public void raw(SeenItem seen, Mail mail, HttpServletResponse response) throws IOException {
        try (Spool bytes = mail.export().bytes(seen.item());
                InputStream in = bytes.open()) {
            BytesKind kind = BytesKind.of(bytes);
            safe(
                    response,
                    kind.mediaType(),
                    true,
                    Export.fileName(seen.item(), kind, archive.settings().zone()));
            response.setContentLengthLong(bytes.size());
            in.transferTo(response.getOutputStream());
        }
    }

    /**
     * A file of an item.
     *
     * @throws NotThere when it has none at this place, or only as part of another file
     */
    public void file(SeenItem seen, String place, HttpServletResponse response) {
        items.with(seen.id(), contents -> {
            AttachedContent found = contents.attachments().stream()
                    .filter(one -> one.attachment().place().equals(place))
                    .findFirst()
                    .orElseThrow(NotThere::new);
            copy(found, found.file().orElseThrow(NotThere::new), response);
            return found;
        });
    }

    private static void copy(AttachedContent found, Path file, HttpServletResponse response) {
        String type = found.attachment().type();
        boolean shown = SHOWN.contains(type);
        try {
            safe(response, shown ? type : "application/octet-stream", !shown, name(found));
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be sent", e);
        }
    }

    private static String name(AttachedContent found) {
        String name = found.attachment()
                .name()
                .replaceAll("[\\p{Cntrl}\"\\\\/:*?<>|]", "_")
                .strip();
        return name.isEmpty() ? "attachment" : name;
    }

    /**
     * The proof of an entry about the item.
     *
     * @throws NotThere when the entry is about something else
     */
    public void proof(SeenItem seen, long index, HttpServletResponse response) throws IOException {
        Entry entry = archive.ledger().entriesFor(seen.id().value()).stream()
                .filter(one -> one.index() == index)
                .findFirst()
                .orElseThrow(NotThere::new);
        safe(response, "text/plain;charset=UTF-8", true, "entry-" + index + ".tlog-proof");
        String proof = archive.ledger().prove(entry.index()).toString();
        response.getOutputStream().write(proof.getBytes(StandardCharsets.UTF_8));
    }

    private static void safe(HttpServletResponse response, String type, boolean download, String name) {
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        response.setContentType(type);
        response.setHeader("Content-Disposition", disposition.toString());
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
    }
}
