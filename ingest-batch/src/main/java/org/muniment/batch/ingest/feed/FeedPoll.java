package org.muniment.batch.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.web.WatchedPage;
import org.muniment.archive.web.WatchedPages;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.web.Visit;
import org.muniment.batch.ingest.web.WebAnswer;
import org.muniment.batch.ingest.web.WebClient;

/**
 * Asks for a feed once. An entry that is as it was is noted, one that is new or changed is a new version, one that is no
 * longer listed is noted as gone. A feed is published to be polled, so robots.txt is not asked.
 */
final class FeedPoll implements ItemSource {
    private static final int LONGEST = 64 << 20;
    private static final int REDIRECTS = 5;
    /** Where the feed itself stands among what is watched. */
    private static final String FEED = "(feed)";

    private final FeedSource source;
    private final WebClient client;
    private final Path spool;

    FeedPoll(FeedSource source, WebClient client, Path spool) {
        this.source = source;
        this.client = client;
        this.spool = spool;
    }

    @Override
    public void read(Optional<Position> after, Sink sink) throws InterruptedException {
        Rooms rooms = source.rooms().get();
        Optional<Instant> last =
                new WatchedPages(rooms.catalogue().writer(), rooms.catalogue().reader()).lastEnded(source.name());
        if (last.isPresent() && rooms.clock().instant().isBefore(last.get().plus(source.interval()))) {
            return;
        }
        Visit visit = Visit.of(rooms, source.name());
        try (WebAnswer answer = ask(conditions(visit))) {
            if (answer.status() != 304) {
                entries(visit, answer, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException("The feed " + source.address() + " could not be read: " + e.getMessage(), e));
        }
        visit.end();
    }

    /** Only when all that it listed is in the archive may the server say that nothing changed. */
    private static Map<String, String> conditions(Visit visit) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean complete = visit.all().stream()
                .filter(page -> page.vanished() == null && !page.address().equals(FEED))
                .allMatch(page -> visit.kept(page.address()).isPresent());
        if (complete) {
            visit.all().stream().filter(page -> page.address().equals(FEED)).forEach(page -> {
                fields.put("If-None-Match", page.etag());
                fields.put("If-Modified-Since", page.modified());
            });
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private WebAnswer ask(Map<String, String> fields) throws IOException {
        URI address = source.address();
        for (int i = 0; i <= REDIRECTS; i++) {
            WebAnswer answer = client.get(address, fields);
            String target = answer.fields().first("location");
            if (answer.status() == 304 || answer.status() / 100 == 2) {
                return answer;
            }
            answer.close();
            if (answer.status() / 100 != 3 || target.isEmpty()) {
                throw new IOException("the server answered " + answer.status());
            }
            address = redirected(address, target);
        }
        throw new IOException("it leads from one address to the next");
    }

    private static URI redirected(URI from, String target) throws IOException {
        try {
            return from.resolve(target);
        } catch (IllegalArgumentException e) {
            throw new IOException("it leads to no address", e);
        }
    }

    private void entries(Visit visit, WebAnswer answer, Sink sink) throws IOException, InterruptedException {
        FeedText feed = parse(answer);
        Set<String> listed = new HashSet<>(Set.of(FEED));
        one(visit, feed.head(), answer.at(), sink);
        listed.add(key(feed.head()));
        for (FeedEntry entry : feed.entries()) {
            one(visit, entry, answer.at(), sink);
            listed.add(key(entry));
        }
        for (WatchedPage page : visit.all()) {
            if (page.vanished() == null && !listed.contains(page.address())) {
                visit.note(page.gone(visit.begun()));
            }
        }
        visit.note(new WatchedPage(
                FEED,
                "",
                "",
                answer.fields().first("etag"),
                answer.fields().first("last-modified"),
                List.of(),
                visit.begun(),
                visit.begun(),
                null,
                0));
    }

    private static FeedText parse(WebAnswer answer) throws IOException {
        if (answer.cut()) {
            throw new IOException("it is too large");
        }
        try (InputStream in = answer.payload()) {
            return FeedText.parse(in.readNBytes(LONGEST), answer.fields().first("content-type"))
                    .orElseThrow(() -> new IOException("the answer is no feed"));
        }
    }

    private static String key(FeedEntry entry) {
        return "entry " + (entry.name().length() > 2_000 ? entry.version().hex() : entry.name());
    }

    private void one(Visit visit, FeedEntry entry, Instant at, Sink sink) throws IOException, InterruptedException {
        String key = key(entry);
        String version = entry.version().hex();
        Optional<WatchedPage> before = visit.kept(key);
        if (before.filter(page -> page.payload().equals(version)).isPresent()) {
            visit.note(before.get().unchanged(visit.begun()));
            return;
        }
        String place = key + "@" + at;
        RawItem item = new RawItem(
                place,
                FeedFile.site(entry.address().isEmpty() ? source.address().toString() : entry.address()),
                List.of(),
                Receipt.byServer(at),
                new EntryMessage(spool).of(entry, source.account(), Optional.of(at)),
                new Position(place, 0));
        visit.note(new WatchedPage(
                key,
                version,
                Visit.item(item),
                "",
                "",
                List.of(),
                before.map(WatchedPage::firstSeen).orElse(visit.begun()),
                visit.begun(),
                null,
                before.map(WatchedPage::versions).orElse(0L) + 1));
        sink.accept(item);
    }
}
