package org.muniment.batch.ingest.feed;

import com.rometools.rome.io.impl.DateParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;

/**
 * One entry of a feed.
 *
 * @param name by which it is known again: its id, else its address, else a digest of it
 * @param title without markup
 * @param address where it stands on the web; empty when not told
 * @param author as written; empty when not told
 * @param published what it claims; null when it claims nothing readable
 * @param content its own text; HTML when {@code markup}
 * @param markup whether the content is HTML
 * @param media addresses of enclosed files
 * @param fragment the entry as it stands in the feed
 */
record FeedEntry(
        String name,
        String title,
        String address,
        String author,
        @Nullable Instant published,
        String content,
        boolean markup,
        List<String> media,
        String fragment) {
    private static final List<String> CONTENT = List.of(
            "content:encoded",
            "content",
            "xhtml:body",
            "body",
            "fullitem",
            "description",
            "summary",
            "subtitle",
            "tagline",
            "info",
            "itunes:summary");

    FeedEntry {
        media = List.copyOf(media);
    }

    static FeedEntry of(Element element, String fragment) {
        String address = address(element);
        String id = first(element, "guid", "id", "wp:post_id").orElse(element.attr("rdf:about"));
        String name = !id.isEmpty() ? id : !address.isEmpty() ? address : digest(fragment);
        Optional<Element> content = content(element);
        return new FeedEntry(
                name,
                plain(first(element, "title", "dc:title", "media:title").orElse("")),
                address,
                author(element),
                published(element),
                content.map(FeedEntry::text).orElse(""),
                content.map(FeedEntry::isMarkup).orElse(false),
                media(element),
                fragment);
    }

    FeedEntry named(String other) {
        return new FeedEntry(other, title, address, author, published, content, markup, media, fragment);
    }

    /** What makes a version: not the counters that some feeds have in each entry. */
    Digest version() {
        String all = String.join("\0", title, address, author, String.valueOf(published), content, media.toString());
        return Digest.of(all.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static Optional<Element> child(Element element, String name) {
        return element.children().stream()
                .filter(child -> child.tagName().equalsIgnoreCase(name)
                        || child.tagName().equalsIgnoreCase("atom:" + name))
                .findFirst();
    }

    private static Optional<String> first(Element element, String... names) {
        for (String name : names) {
            Optional<String> text = child(element, name)
                    .map(Element::wholeText)
                    .map(String::strip)
                    .filter(found -> !found.isEmpty());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static String address(Element element) {
        for (Element link : element.children()) {
            boolean isLink =
                    link.tagName().equalsIgnoreCase("link") || link.tagName().equalsIgnoreCase("atom:link");
            String rel = link.attr("rel");
            if (isLink && (rel.isEmpty() || rel.equals("alternate"))) {
                String address = link.hasAttr("href") ? link.attr("href") : link.wholeText();
                if (!address.isBlank()) {
                    return address.strip();
                }
            }
        }
        return first(element, "guid")
                .filter(guid -> guid.matches("https?://\\S+"))
                .orElse("");
    }

    private static String author(Element element) {
        Optional<String> name = child(element, "author").flatMap(author -> first(author, "name", "email"));
        return name.or(() -> first(element, "author", "dc:creator", "itunes:author", "managingEditor", "creator"))
                .map(FeedEntry::plain)
                .orElse("");
    }

    private static @Nullable Instant published(Element element) {
        Optional<String> written = first(
                element,
                "published",
                "pubDate",
                "issued",
                "dc:date",
                "created",
                "updated",
                "modified",
                "lastBuildDate");
        Date date = written.map(text -> DateParser.parseDate(text, Locale.US)).orElse(null);
        return date == null ? null : date.toInstant();
    }

    private static Optional<Element> content(Element element) {
        return CONTENT.stream()
                .map(name -> child(element, name))
                .flatMap(Optional::stream)
                .filter(found ->
                        !found.wholeText().isBlank() || !found.children().isEmpty())
                .findFirst();
    }

    private static boolean isXhtml(Element content) {
        return !content.children().isEmpty();
    }

    private static boolean isMarkup(Element content) {
        boolean plain =
                content.attr("type").equals("text") || content.attr("type").equals("text/plain");
        return isXhtml(content) || !plain && content.wholeText().matches("(?s).*(<[a-zA-Z/!]|&[a-zA-Z#]).*");
    }

    private static String text(Element content) {
        return isXhtml(content) ? content.html() : content.wholeText().strip();
    }

    private static List<String> media(Element element) {
        List<String> media = new ArrayList<>();
        for (Element one : element.children()) {
            boolean enclosed = one.tagName().equalsIgnoreCase("enclosure")
                    || one.tagName().equals("media:content")
                    || one.attr("rel").equals("enclosure");
            String address = one.hasAttr("url") ? one.attr("url") : one.attr("href");
            if (enclosed && !address.isBlank()) {
                media.add(address.strip());
            }
        }
        return media;
    }

    private static String plain(String text) {
        return org.jsoup.Jsoup.parse(text).text().strip();
    }
}
