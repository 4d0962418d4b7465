package org.muniment.batch.ingest.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Where a page leads: to other pages and documents, and to the pictures, sound and film that it shows. */
final class PageLinks {
    private static final int MOST = 5_000;
    private static final int LONGEST = 32 << 20;
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "a[href]", "href",
            "area[href]", "href",
            "iframe[src]", "src",
            "frame[src]", "src",
            "img[src]", "src",
            "audio[src]", "src",
            "video[src]", "src",
            "source[src]", "src");

    private PageLinks() {}

    /** In one spelling, each once, in no order that matters; nothing when it is no page. */
    static List<String> of(WebAnswer answer) throws IOException {
        String type = answer.fields().first("content-type").toLowerCase(Locale.ROOT);
        if (!type.contains("html")) {
            return List.of();
        }
        String charset = type.replaceFirst(".*charset=[\"']?([\\w.:-]+).*", "$1");
        boolean known = !charset.equals(type) && java.nio.charset.Charset.isSupported(charset);
        try (InputStream in = answer.payload()) {
            byte[] page = in.readNBytes(LONGEST);
            Document parsed = Jsoup.parse(
                    new java.io.ByteArrayInputStream(page),
                    known ? charset : null,
                    answer.address().toString());
            return of(parsed);
        }
    }

    private static List<String> of(Document page) {
        Set<String> links = new LinkedHashSet<>();
        ATTRIBUTES.forEach((elements, attribute) -> {
            for (Element element : page.select(elements)) {
                CrawlPlan.canonical(element.absUrl(attribute))
                        .map(URI::toString)
                        .filter(link -> links.size() < MOST)
                        .ifPresent(links::add);
            }
        });
        return List.copyOf(links);
    }

    /** A payload unzipped where it is a gzip file of its own, as sitemaps are. */
    static byte[] unzipped(WebAnswer answer) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(answer.payload())) {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return (gzip ? new GZIPInputStream(in) : in).readNBytes(LONGEST);
        }
    }
}
