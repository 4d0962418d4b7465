package org.muniment.archive.item.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.muniment.archive.item.text.Characters;
import org.muniment.archive.item.text.MarkupText;
import org.muniment.archive.item.text.Reasons;
import org.muniment.archive.store.Spool;

/**
 * Reads one record of a web archive into a posting: a page's words become its body, any other payload is its attachment.
 * A record that breaks off is read as far as it goes.
 */
final class WebRecordReader {
    private static final int BEHIND = 4_096;

    private static final String PLACE = "1";
    private static final int LONGEST_TITLE = 20_000;

    private final Gathering gathering;
    private final Body body;
    private String title = "";
    private Set<String> links = Set.of();

    WebRecordReader(Gathering gathering, Body body) {
        this.gathering = gathering;
        this.body = body;
    }

    /**
     * What a record tells.
     *
     * @param subject the page's title; where it has none, its address
     */
    record Page(WebRecordHead head, String subject, PostingFacts facts) {}

    /** The head that an object begins with, when it is such a record. */
    static Optional<WebRecordHead> head(Spool object) {
        try (InputStream in = object.open()) {
            byte[] start = in.readNBytes(WebRecordHead.LONGEST);
            boolean none = start.length == 0 || !Character.isLetter(start[0]);
            return none ? Optional.empty() : WebRecordHead.parse(start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Page read(WebRecordHead head, Spool object) {
        long there = object.size() - head.size();
        if (there < head.length()) {
            gathering.gap("body", "the record breaks off: " + there + " of " + head.length() + " bytes are there");
        }
        boolean more = head.length() >= 0 && hasMore(head, object);
        if (more) {
            gathering.gap("body", "the record tells a wrong length: " + head.length() + " of " + there + " bytes");
        }
        String cut = head.fields().first("warc-truncated");
        if (!cut.isEmpty()) {
            gathering.gap("body", "the crawler took only a part of it (" + PostingFacts.cut(cut) + ")");
        }
        String status = "";
        try (InputStream in = object.open()) {
            in.skipNBytes(head.size());
            status = block(head, new BufferedInputStream(new FirstBytes(in, more ? -1 : head.length()), 1 << 17));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            gathering.broken("body");
        }
        return new Page(head, title.isBlank() ? PostingFacts.cut(head.address()) : title, facts(head, status));
    }

    /** Whether anything but line ends stands behind the block. */
    private static boolean hasMore(WebRecordHead head, Spool object) {
        long block = head.size() + head.length();
        if (object.size() <= block) {
            return false;
        }
        try (InputStream in = object.open()) {
            in.skipNBytes(block);
            return !new String(in.readNBytes(BEHIND), java.nio.charset.StandardCharsets.ISO_8859_1).isBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PostingFacts facts(WebRecordHead head, String status) {
        return new PostingFacts(
                PostingFacts.cut(head.address()),
                "",
                head.captured().map(Object::toString).orElse(""),
                status,
                List.copyOf(links));
    }

    private String block(WebRecordHead head, BufferedInputStream block) throws IOException {
        if (head.type().equals("revisit")) {
            revisit(head);
            return HttpPayload.of(block).map(HttpPayload::status).orElse("");
        }
        Optional<HttpPayload> http = HttpPayload.of(block);
        if (http.isPresent()) {
            HttpPayload message = http.get();
            payload(head, ContentHeader.parse(message.fields().first("content-type")), message.payload());
            return message.status();
        }
        payload(head, ContentHeader.parse(head.contentType()), block);
        return "";
    }

    /** The page was found as it had been before; the record only says so. */
    private void revisit(WebRecordHead head) {
        String date = head.fields().first("warc-refers-to-date");
        String record = head.fields().first("warc-refers-to");
        body.add(
                "Found unchanged. The content is in the record of " + head.address()
                        + (date.isEmpty() ? "" : " captured " + date)
                        + (record.isEmpty() ? "" : ", " + record)
                        + ".",
                false);
    }

    private void payload(WebRecordHead head, ContentHeader type, InputStream payload) {
        String media = type.value();
        try (Content content = Content.read(payload, gathering, "body")) {
            if (content.size() == 0) {
                return;
            }
            boolean page = MarkupText.isHtml(media) || media.isEmpty() && looksLikePage(content);
            if (page) {
                page(head, type.parameter("charset"), text(content));
            } else if (isWords(media)) {
                words(PartReader.lines(Characters.decode(text(content), type.parameter("charset"))));
            } else {
                file(head, media, type.parameter("charset"), content);
            }
        }
    }

    private static boolean isWords(String media) {
        return media.equals("text/plain") || media.equals("application/warc-fields") || media.equals("text/dns");
    }

    private static boolean looksLikePage(Content content) {
        String start = new String(content.head(), java.nio.charset.StandardCharsets.ISO_8859_1).strip();
        return start.regionMatches(true, 0, "<!doctype html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5);
    }

    private byte[] text(Content content) {
        int most = (int) Math.min(gathering.limits().text() * 4L, 1 << 30);
        if (content.size() > most) {
            gathering.gap("body", Reasons.cut(gathering.limits().text()));
        }
        return content.first(most);
    }

    private void page(WebRecordHead head, String charset, byte[] bytes) {
        String source = PartReader.htmlSource(bytes, charset);
        Document page = Jsoup.parse(source, head.address());
        title = Characters.cut(
                Characters.clean(page.title()).replaceAll("\\s+", " ").strip(), LONGEST_TITLE);
        links = links(page);
        words(MarkupText.ofHtml(source), source);
    }

    private static Set<String> links(Document page) {
        Set<String> links = new LinkedHashSet<>();
        for (Element link : page.select("a[href]")) {
            String address = link.absUrl("href");
            if (!address.isBlank() && links.size() < PostingFacts.LINKS) {
                links.add(PostingFacts.cut(address));
            }
        }
        return links;
    }

    private void words(String text) {
        words(text, "");
    }

    private void words(String text, String source) {
        int limit = gathering.limits().text();
        if (text.length() > limit) {
            gathering.gap("body", Reasons.cut(limit));
        }
        body.add(Characters.cut(text, limit), !source.isEmpty(), source);
    }

    private void file(WebRecordHead head, String media, String charset, Content content) {
        String path = head.address().replaceFirst("[?#].*", "");
        String declared =
                media.endsWith("javascript") ? "text/javascript" : media.indexOf('/') > 0 ? media : FileKind.UNKNOWN;
        AttachedFile file = new AttachedFile(PLACE, AttachedFile.baseName(path), declared, charset, false, content);
        new AttachedFileReader(gathering, 0, body).read(file, false);
    }

    /** A record's block ends where its head says, not where the object does. */
    private static final class FirstBytes extends java.io.FilterInputStream {
        private long left;

        FirstBytes(InputStream in, long length) {
            super(in);
            this.left = length < 0 ? Long.MAX_VALUE : length;
        }

        @Override
        public int read() throws IOException {
            int b = left > 0 ? in.read() : -1;
            left -= b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = left > 0 ? in.read(buffer, offset, (int) Math.min(length, left)) : -1;
            left -= Math.max(0, read);
            return read;
        }
    }
}
