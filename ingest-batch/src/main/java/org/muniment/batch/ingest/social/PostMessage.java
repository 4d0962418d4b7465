package org.muniment.batch.ingest.social;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.reading.AssembledMessage;
import org.muniment.archive.item.reading.PostingFacts;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import tools.jackson.databind.JsonNode;

/** Puts a post, with its own JSON and its files, into one message. */
final class PostMessage {
    private static final int SUBJECT = 100;

    private final ExportFolder folder;
    private final String account;
    private final Path spool;

    PostMessage(ExportFolder folder, String account, Path spool) {
        this.folder = folder;
        this.account = account;
        this.spool = spool;
    }

    /** The files of the export that a post shows. */
    List<String> files(Post post, JsonNode node) {
        Set<String> files = new LinkedHashSet<>();
        post.files().forEach(reference -> folder.meant(reference).ifPresent(files::add));
        String number =
                node.path("id_str").asString(node.path("tweet").path("id_str").asString(""));
        if (!number.isEmpty()) {
            files.addAll(folder.beginning("_media", number + "-"));
        }
        return List.copyOf(files);
    }

    /** The posting; received when the platform says that it was posted. */
    RawItem of(Post post, JsonNode node, List<String> files, String place, Position position) throws IOException {
        AssembledMessage message = new AssembledMessage(Kind.POSTING)
                .header(PostingFacts.ADDRESS, post.address())
                .header(PostingFacts.ACCOUNT, account);
        if (!post.name().isEmpty()) {
            message.addresses("From", List.of(new Address(post.name(), "")));
        }
        post.at().ifPresent(message::date);
        message.header("Subject", subject(post));
        if (post.markup()) {
            message.markup(post.text());
        } else if (!post.text().isEmpty()) {
            message.text(post.text());
        }
        Spool json = Spool.of(node.toPrettyString().getBytes(StandardCharsets.UTF_8));
        message.piece("post.json", "application/json", json);
        return write(message, files, post.at().map(Receipt::byServer).orElse(Receipt.NONE), place, position);
    }

    private static String subject(Post post) {
        String plain = post.markup() ? post.text().replaceAll("<[^>]*>", " ") : post.text();
        String line = plain.replaceAll("\\s+", " ").strip();
        return line.length() <= SUBJECT
                ? line
                : line.substring(0, line.lastIndexOf(' ', SUBJECT) > 0 ? line.lastIndexOf(' ', SUBJECT) : SUBJECT)
                        + " …";
    }

    /** What is left of a file without its posts. */
    RawItem rest(String name, String json, Position position) throws IOException {
        AssembledMessage message = new AssembledMessage(Kind.POSTING)
                .header(PostingFacts.ACCOUNT, account)
                .header("Subject", "No post, in the export: " + name)
                .piece("rest.json", "application/json", Spool.of(json.getBytes(StandardCharsets.UTF_8)));
        return write(message, List.of(), Receipt.NONE, name + "#rest", position);
    }

    /** A file that no post shows. */
    RawItem file(String name, Position position) throws IOException {
        AssembledMessage message = new AssembledMessage(Kind.POSTING)
                .header(PostingFacts.ACCOUNT, account)
                .header("Subject", "No post, in the export: " + name);
        return write(message, List.of(name), Receipt.NONE, name, position);
    }

    private RawItem write(
            AssembledMessage message, List<String> files, Receipt receipt, String place, Position position)
            throws IOException {
        List<Spool> open = new ArrayList<>();
        try {
            for (String name : files) {
                Spool bytes = copy(folder.file(name));
                open.add(bytes);
                message.piece(name.substring(name.lastIndexOf('/') + 1), type(name), bytes);
            }
            return new RawItem(place, "", List.of(), receipt, message.write(spool), position);
        } finally {
            open.forEach(Spool::close);
        }
    }

    private static String type(String name) {
        return Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).orElse("application/octet-stream");
    }

    private Spool copy(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                SpoolWriter out = new SpoolWriter(spool)) {
            byte[] buffer = new byte[1 << 14];
            int read = in.read(buffer);
            while (read >= 0) {
                if (out.size() > RawItem.LARGEST) {
                    throw new IOException("larger than 2 GiB");
                }
                out.write(buffer, 0, read);
                read = in.read(buffer);
            }
            return out.finish();
        }
    }
}
