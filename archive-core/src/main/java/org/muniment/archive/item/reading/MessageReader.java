package org.muniment.archive.item.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.muniment.archive.item.text.Characters;

/**
 * Reads one message, or one part with headers of its own, through the MIME parser, and hands every leaf to
 * {@link PartReader}. What the parser takes for text around the parts is looked at again, so that no part is lost to a
 * wrong boundary.
 */
final class MessageReader {
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(false)
            .build();

    private final Gathering gathering;
    private final String prefix;
    private final int depth;
    private final FieldLines lines;
    private final EntityHeaders root;
    private final MimeTokenStream tokens;
    private final Deque<Multipart> open = new ArrayDeque<>();
    private final Body body;
    private String stray = "";
    private Entity entity;

    /** A multipart that is being read: its place, how many parts it had so far, and the text around them. */
    private static final class Multipart {
        private final Entity entity;
        private final String place;
        private final StringBuilder around = new StringBuilder();
        private int parts;

        Multipart(Entity entity, String place) {
            this.entity = entity;
            this.place = place;
        }

        String child(int number) {
            return place.isEmpty() ? String.valueOf(number) : place + "." + number;
        }
    }

    /**
     * @param prefix the place of the message; empty for the item itself
     * @param depth how many messages, multiparts and archives it is in
     */
    MessageReader(Gathering gathering, String prefix, int depth, Body body) {
        this.gathering = gathering;
        this.prefix = prefix;
        this.depth = depth;
        this.body = body;
        this.lines = new FieldLines(gathering.limits().headers());
        this.root = new EntityHeaders(depth, gathering.limits().depth(), "text/plain");
        this.entity = (Entity) root.build();
        this.tokens = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, lines, root);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /** Headers and declared content of what was read; its text is in the body given. */
    record Message(Headers headers, Entity entity) {}

    Message read(InputStream in) {
        try {
            tokens.parse(in);
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                take(state);
            }
        } catch (UncheckedIOException e) {
            throw e;
        } catch (MimeException | IOException | RuntimeException | StackOverflowError e) {
            gathering.broken(prefix.isEmpty() ? "body" : prefix);
        }
        if (lines.wasCut()) {
            gathering.gap(
                    prefix.isEmpty() ? "headers" : prefix,
                    "only the first " + gathering.limits().headers() + " bytes of the headers");
        }
        return new Message(root.headers(), root.entity());
    }

    private void take(EntityState state) throws IOException {
        switch (state) {
            case T_END_HEADER -> stray = lines.takeStray();
            case T_START_MULTIPART -> start();
            case T_END_MULTIPART -> end();
            case T_START_BODYPART -> open.element().parts++;
            case T_BODY -> leaf();
            case T_PREAMBLE, T_EPILOGUE -> around();
            case T_START_MESSAGE, T_END_MESSAGE, T_START_HEADER, T_FIELD -> {}
            case T_END_BODYPART, T_END_OF_STREAM, T_RAW_ENTITY -> {}
        }
    }

    private String place() {
        Multipart around = open.peek();
        if (around == null) {
            return prefix.isEmpty() ? "1" : prefix + ".1";
        }
        return around.child(around.parts);
    }

    private void start() {
        entity = (Entity) tokens.getBodyDescriptor();
        String place = open.isEmpty() ? prefix : place();
        open.push(new Multipart(entity, place));
        body.open(entity.mediaType());
        addStray();
    }

    private void addStray() {
        body.add(Characters.decode(stray.getBytes(StandardCharsets.ISO_8859_1), ""), false);
        stray = "";
    }

    private void end() {
        Multipart done = open.pop();
        String around = done.around.toString();
        if (!around.isBlank()) {
            again(done, around);
        }
        body.close();
    }

    private void around() throws IOException {
        String text = new String(tokens.getInputStream().readNBytes(mostAround()), StandardCharsets.ISO_8859_1);
        boolean notice = tokens.getState() == EntityState.T_PREAMBLE && Boundaries.isNotice(text);
        if (!notice && !text.isBlank()) {
            open.element().around.append(text).append("\n");
        }
    }

    /** Text around parts is kept in memory to be looked at, so not all of a hostile one. */
    private int mostAround() {
        return Math.min(64 << 20, gathering.limits().text() * 4);
    }

    /** Parts after the last boundary, or behind another boundary than the declared one; else text. */
    private void again(Multipart done, String around) {
        String declared = done.entity.type().parameter("boundary").stripTrailing();
        String boundary = Boundaries.find(around, declared, done.parts > 0);
        if (boundary.isEmpty() || depth + 1 >= gathering.limits().depth()) {
            body.add(Characters.decode(around.getBytes(StandardCharsets.ISO_8859_1), ""), false);
            return;
        }
        String place = done.parts == 0 ? done.place : done.child(done.parts + 1);
        byte[] bytes = around.getBytes(StandardCharsets.ISO_8859_1);
        split(done.entity.mediaType(), boundary, place, new ByteArrayInputStream(bytes));
    }

    private void split(String type, String boundary, String place, InputStream content) {
        String header =
                "Content-Type: " + type + "; boundary=\"" + boundary.replaceAll("([\"\\\\])", "\\\\$1") + "\"\r\n\r\n";
        InputStream headers = new ByteArrayInputStream(header.getBytes(StandardCharsets.ISO_8859_1));
        new MessageReader(gathering, place, depth + 1, body).read(new SequenceInputStream(headers, content));
    }

    private void leaf() throws IOException {
        entity = (Entity) tokens.getBodyDescriptor();
        String place = place();
        boolean inMultipart = !open.isEmpty();
        addStray();
        if (entity.isMultipart()) {
            multipartWithoutBoundary(place);
            return;
        }
        String parent = inMultipart ? open.element().entity.mediaType() : "";
        new PartReader(gathering, depth + open.size(), body)
                .read(entity, parent, place, tokens.getDecodedInputStream());
    }

    private void multipartWithoutBoundary(String place) {
        try (Content content = Content.read(tokens.getDecodedInputStream(), gathering, place)) {
            String head = new String(content.first(1 << 20), StandardCharsets.ISO_8859_1);
            String boundary = Boundaries.find(head, "", false);
            if (boundary.isEmpty() || depth + 1 >= gathering.limits().depth() || entity.tooDeep()) {
                gathering.gap(
                        place, entity.tooDeep() ? "nested too deep" : "a multipart without a boundary, read as text");
                byte[] bytes = content.first(gathering.limits().text());
                body.add(Characters.decode(bytes, ""), false);
                return;
            }
            split(
                    entity.mediaType(),
                    boundary,
                    open.isEmpty() ? prefix : place,
                    content.bytes().open());
        }
    }
}
