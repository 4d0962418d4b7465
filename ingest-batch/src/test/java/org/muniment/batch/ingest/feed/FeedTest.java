package org.muniment.batch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.web.WatchedPage;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestFailed;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.web.LocalSite;
import org.muniment.batch.ingest.web.NameLookup;
import org.muniment.batch.ingest.web.WebTerms;

class FeedTest {
    private static final String RSS = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Alder Creek news</title><link>https://www.district.example/</link>
        <lastBuildDate>%s</lastBuildDate>
        %s
        </channel></rss>
        """;
    private static final String CLOSED =
            item("1", "Upper yard closed", "&lt;p&gt;The &lt;b&gt;climber&lt;/b&gt; is closed&lt;/p&gt;");
    private static final String PIZZA = item("2", "Lunch", "Pizza on Friday");

    @TempDir
    private Path folder;

    private LocalSite site;
    private Archive archive;

    private static String item(String id, String title, String words) {
        return "<item><guid>n" + id + "</guid><title>" + title + "</title><link>https://www.district.example/news/" + id
                + "</link><author>clerk@district.example (Pat Lin)</author>"
                + "<pubDate>Mon, 02 Mar 2026 10:00:00 -0800</pubDate><description>" + words + "</description></item>";
    }

    private static FeedText parse(String text) throws IOException {
        return FeedText.parse(text.getBytes(StandardCharsets.UTF_8), "").orElseThrow();
    }

    @BeforeEach
    void open() throws IOException {
        site = new LocalSite();
        archive = Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        archive.close();
        site.close();
    }

    private void publish(String build, String... items) {
        site.put(
                "/feed",
                200,
                Map.of("Content-Type", "application/rss+xml", "ETag", "\"" + build + "\""),
                RSS.formatted(build, String.join("\n", items)));
    }

    private Reconciliation poll(Duration interval) {
        WebTerms terms =
                new WebTerms("Muniment/1", Duration.ZERO, Duration.ofSeconds(5), 1 << 20, true, Set.of(site.port()));
        FeedSource source = new FeedSource(
                "feed/news",
                site.address("/feed"),
                "news",
                interval,
                terms,
                NameLookup.SYSTEM,
                () -> Rooms.of(archive));
        return new Ingest(Rooms.of(archive))
                .run(new IngestRequest(source, new Custody.BySite(new Custodian("news"))), Progress.NONE);
    }

    private long hits(String query) {
        return archive.index()
                .search(new Search(
                        new ItemQueryParser(archive.settings().zone()).parse(query),
                        10,
                        java.util.Optional.empty(),
                        Search.Order.NEWEST_FIRST))
                .total();
    }

    @Test
    void eachVersionOfAnEntryIsTakenInOnceAndOneThatVanishesIsNoted() {
        publish("a", CLOSED, PIZZA);
        assertThat(poll(Duration.ZERO).stored()).isEqualTo(3);
        assertThat(hits("kind:posting AND from:clerk@district.example AND climber"))
                .isEqualTo(1);
        assertThat(hits("url:\"district.example/news/2\"")).isEqualTo(1);
        assertThat(hits("custodian:www.district.example")).isEqualTo(3);
        assertThat(poll(Duration.ZERO).read()).isZero();
        publish("b", CLOSED, item("2", "Lunch", "Soup on Friday"));
        assertThat(poll(Duration.ZERO).stored()).isEqualTo(1);
        publish("c", CLOSED);
        assertThat(poll(Duration.ZERO).read()).isZero();
        assertThat(archive.web().pages().of("feed/news"))
                .filteredOn(page -> page.vanished() != null)
                .extracting(WatchedPage::address)
                .containsExactly("entry n2");
        assertThat(hits("url:news AND lunch")).isEqualTo(2);
    }

    @Test
    void withinItsIntervalAFeedIsNotAsked() {
        publish("a", CLOSED);
        poll(Duration.ofHours(1));
        site.asked();
        assertThat(poll(Duration.ofHours(1)).read()).isZero();
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void whatIsNoFeedEndsTheRunUnfinished() {
        site.page("/feed", "<html><title>Moved</title>");
        assertThatThrownBy(() -> poll(Duration.ZERO)).isInstanceOf(IngestFailed.class);
        site.put("/feed", 500, Map.of(), "x");
        assertThatThrownBy(() -> poll(Duration.ZERO)).isInstanceOf(IngestFailed.class);
    }

    @Test
    void anEntryIsKeptAsTheFeedHasIt() throws IOException {
        FeedText feed = parse(RSS.formatted("x", CLOSED + PIZZA));
        assertThat(feed.entries()).hasSize(2);
        FeedEntry first = feed.entries().getFirst();
        assertThat(first.fragment()).isEqualTo(CLOSED);
        assertThat(first.name()).isEqualTo("n1");
        assertThat(first.markup()).isTrue();
        assertThat(first.published()).isEqualTo(Instant.parse("2026-03-02T18:00:00Z"));
        assertThat(feed.head().title()).isEqualTo("Alder Creek news");
        assertThat(feed.head().fragment()).contains("lastBuildDate").doesNotContain("climber");
    }

    @Test
    void atomIsReadToo() throws IOException {
        FeedText feed = parse("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:f</id>
            <entry><id>urn:1</id><title type="html">A &amp;amp; B</title><author><name>Pat Lin</name></author>
            <link rel="enclosure" href="https://x.example/a.mp3"/><link href="https://x.example/1"/>
            <updated>2026-03-02T18:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Bus <b>late</b></div></content></entry>
            </feed>\
            """);
        assertThat(feed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("A & B");
            assertThat(entry.author()).isEqualTo("Pat Lin");
            assertThat(entry.address()).isEqualTo("https://x.example/1");
            assertThat(entry.media()).containsExactly("https://x.example/a.mp3");
            assertThat(entry.content()).contains("<b>late</b>");
        });
    }

    @Test
    void entitiesOpenNoFileAndDoNotGrow() throws IOException {
        String laughs =
                "<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;'>]>";
        FeedText feed = parse(laughs + "<rss><channel><item><title>&f;&c;</title></item></channel></rss>");
        assertThat(feed.entries().getFirst().title()).isEqualTo("&f;&c;");
    }

    @Test
    void aFeedThatBreaksOffKeepsWhatIsThere() throws IOException {
        String whole = RSS.formatted("x", CLOSED + PIZZA);
        FeedText feed = parse(whole.substring(0, whole.indexOf("Pizza") + 5));
        assertThat(feed.entries()).hasSize(2);
        assertThat(feed.entries().get(1).content()).isEqualTo("Pizza");
        assertThat(List.of(feed.entries().get(1).fragment())).allMatch(one -> PIZZA.startsWith(one));
    }
}
