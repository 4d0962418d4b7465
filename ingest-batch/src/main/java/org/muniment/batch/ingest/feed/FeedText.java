package org.muniment.batch.ingest.feed;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.muniment.archive.item.text.Characters;

/**
 * A feed as it was written: RSS 0.9 to 2.0, Atom 0.3 and 1.0, well formed or not. It is read by a parser that knows no
 * document types and no entities but those of HTML, so none can reach for a file or grow.
 *
 * @param head the feed itself: its title and what else stands outside entries
 * @param entries in their order
 */
record FeedText(FeedEntry head, List<FeedEntry> entries) {
    private static final String ENTRIES = "item, entry";
    private static final String ROOTS = "rss, feed, channel, rdf|RDF, RDF";

    FeedText {
        entries = List.copyOf(entries);
    }

    /** Reads a feed; nothing when it is none. */
    static Optional<FeedText> parse(byte[] bytes, String contentType) {
        String text = decode(bytes, contentType);
        Parser parser = Parser.xmlParser().setTrackPosition(true);
        Document document = Jsoup.parse(text, "", parser);
        Element root = document.selectFirst(ROOTS);
        return root == null ? Optional.empty() : Optional.of(of(text, root));
    }

    /** An encoding that is named wrongly, or that nobody knows, is guessed. */
    private static String decode(byte[] bytes, String contentType) {
        try (XmlReader reader =
                new XmlReader(new ByteArrayInputStream(bytes), contentType.isEmpty() ? null : contentType, true)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException | RuntimeException unknown) {
            return Characters.decode(bytes, "");
        }
    }

    private static FeedText of(String text, Element root) {
        List<FeedEntry> entries = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Element element : root.select(ENTRIES)) {
            if (element.parents().stream().anyMatch(parent -> parent.is(ENTRIES))) {
                continue;
            }
            int start = element.sourceRange().startPos();
            int end = Math.max(
                    element.sourceRange().endPos(), element.endSourceRange().endPos());
            if (start >= from && end <= text.length()) {
                rest.append(text, from, start);
                from = end;
            }
            FeedEntry entry = FeedEntry.of(
                    element, start >= 0 ? text.substring(start, Math.min(end, text.length())) : element.outerHtml());
            int times = names.merge(entry.name(), 1, Integer::sum);
            entries.add(times == 1 ? entry : entry.named(entry.name() + "#" + times));
        }
        rest.append(text.substring(from));
        root.select(ENTRIES).remove();
        Element channel = root.selectFirst("channel");
        return new FeedText(
                FeedEntry.of(channel == null ? root : channel, rest.toString()).named(""), entries);
    }
}
