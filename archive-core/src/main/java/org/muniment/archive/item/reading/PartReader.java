package org.muniment.archive.item.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.item.text.MarkupText;
import org.muniment.archive.item.text.Reasons;

/** Reads one leaf of a message: as text of the body, or as an attached file. */
final class PartReader {
    private static final Set<String> BODY_TYPES =
            Set.of("text/plain", "text/html", "text/enriched", "text/richtext", "application/xhtml+xml");
    private static final Pattern META_CHARSET =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w:.-]{2,40})");

    private final Gathering gathering;
    private final int depth;
    private final Body body;

    PartReader(Gathering gathering, int depth, Body body) {
        this.gathering = gathering;
        this.depth = depth;
        this.body = body;
    }

    /** @param parent media type of the multipart it is in; empty when it is the whole message */
    void read(Entity entity, String parent, String place, InputStream decoded) throws IOException {
        if (isBody(entity, parent)) {
            readBody(entity, place, decoded);
            return;
        }
        try (Content raw = Content.read(decoded, gathering, place);
                Content content = unwrap(entity, raw)) {
            boolean inline = isInline(entity, parent);
            gathering.keeper().part(place, entity);
            AttachedFile file =
                    new AttachedFile(place, name(entity), entity.mediaType(), entity.getCharset(), inline, content);
            new AttachedFileReader(gathering, depth, body).read(file, parent.equals("multipart/encrypted"));
        }
    }

    private static boolean isBody(Entity entity, String parent) {
        boolean text = BODY_TYPES.contains(entity.mediaType()) && !entity.tooDeep();
        boolean attached = entity.disposition().value().equals("attachment");
        return text && !attached && (entity.name().isEmpty() || parent.isEmpty());
    }

    private static boolean isInline(Entity entity, String parent) {
        String disposition = entity.disposition().value();
        return disposition.equals("inline")
                || disposition.isEmpty() && !entity.id().isEmpty() && parent.equals("multipart/related");
    }

    /** Only the last step of a path: the folders of the sender's machine are no part of a name. */
    private static String name(Entity entity) {
        return AttachedFile.baseName(entity.name());
    }

    private static Content unwrap(Entity entity, Content raw) {
        boolean packed =
                entity.encoding().equals("uuencode") || entity.encoding().equals("yenc");
        if (!packed) {
            return raw;
        }
        String text = new String(raw.first(Integer.MAX_VALUE - 16), StandardCharsets.ISO_8859_1);
        var blocks = FileBlocks.in(text).files();
        return blocks.isEmpty() ? raw : Content.of(blocks.getFirst().bytes());
    }

    private void readBody(Entity entity, String place, InputStream decoded) throws IOException {
        int limit = gathering.limits().text();
        int most = (int) Math.min(limit * 4L, 1 << 30);
        byte[] bytes = Content.readShort(decoded, gathering, "body", most);
        boolean html = MarkupText.isHtml(entity.mediaType());
        String source = html ? htmlSource(bytes, entity.getCharset()) : "";
        String text = html ? MarkupText.ofHtml(source) : decode(entity, place, bytes);
        if (text.length() > limit || bytes.length == most) {
            gathering.gap("body", Reasons.cut(limit));
            text = Characters.cut(text, limit);
        }
        body.add(text, html, source);
    }

    private String decode(Entity entity, String place, byte[] bytes) {
        return entity.mediaType().equals("text/plain")
                ? plain(entity, place, bytes)
                : MarkupText.ofEnriched(lines(Characters.decode(bytes, entity.getCharset())));
    }

    static String html(byte[] bytes, String charset) {
        return MarkupText.ofHtml(htmlSource(bytes, charset));
    }

    /** HTML source in the character set given, or in the one it names itself. */
    static String htmlSource(byte[] bytes, String charset) {
        String declared = charset;
        if (charset.isEmpty()) {
            String head = new String(bytes, 0, Math.min(bytes.length, 2_048), StandardCharsets.ISO_8859_1);
            Matcher matcher = META_CHARSET.matcher(head);
            declared = matcher.find() ? matcher.group(1) : "";
        }
        return Characters.decode(bytes, declared);
    }

    private String plain(Entity entity, String place, byte[] bytes) {
        FileBlocks blocks = FileBlocks.NONE;
        byte[] rest = bytes;
        if (FileBlocks.mayBeIn(bytes)) {
            blocks = FileBlocks.in(new String(bytes, StandardCharsets.ISO_8859_1));
            rest = blocks.rest().getBytes(StandardCharsets.ISO_8859_1);
        }
        if (blocks.files().isEmpty()) {
            rest = bytes;
        }
        readBlocks(blocks, place);
        String text = lines(Characters.decode(rest, entity.getCharset()));
        if (isArmored(text)) {
            gathering.encrypted("body");
            return "";
        }
        boolean flowed = entity.type().parameter("format").equalsIgnoreCase("flowed");
        return flowed ? FlowedText.join(text, entity.type().parameter("delsp").equalsIgnoreCase("yes")) : text;
    }

    private void readBlocks(FileBlocks blocks, String place) {
        int number = 0;
        for (FileBlocks.Block block : blocks.files()) {
            String child = place + "." + ++number;
            if (!block.whole()) {
                gathering.gap(child, "damaged: it breaks off");
            }
            try (Content content = Content.of(block.bytes())) {
                AttachedFile file = new AttachedFile(
                        child, AttachedFile.baseName(block.name()), "application/octet-stream", "", false, content);
                new AttachedFileReader(gathering, depth + 1, body).read(file, false);
            }
        }
    }

    private static boolean isArmored(String text) {
        String bare = text.strip();
        return bare.startsWith("-----BEGIN PGP MESSAGE-----") && bare.endsWith("-----END PGP MESSAGE-----");
    }

    /** Line ends as {@code \n}. */
    static String lines(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
