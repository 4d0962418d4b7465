package org.muniment.batch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.web.WatchedPage;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestFailed;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.warc.WarcExport;
import org.netpreserve.jwarc.WarcWriter;

class CrawlTest {
    @TempDir
    private Path folder;

    private LocalSite site;
    private Archive archive;
    private TickingClock clock;

    /** Each look at it is a second later, so that no two visits are at the same time. */
    private static final class TickingClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T18:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() throws IOException {
        site = new LocalSite();
        clock = new TickingClock();
        archive = Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), clock);
        site.page(
                "/",
                "<title>Alder Creek</title><p>Welcome <a href='news?b=2&a=1#top'>news</a> <a href='/lunch'>lunch</a>"
                        + "<a href='http://elsewhere.example/'>out</a><img src=logo.png><a href='/secret/x'>x</a>");
        site.put(
                "/news?a=1&b=2",
                200,
                Map.of("Content-Type", "text/html", "ETag", "\"n1\""),
                "<title>News</title><p>Measure K passed <a href='/'>home</a>");
        site.page("/lunch", "<title>Lunch</title><p>Pizza on Friday");
        site.put("/logo.png", 200, Map.of("Content-Type", "image/png"), "\u0089PNG pixels");
        site.page("/secret/x", "<title>Not for robots</title>");
        site.put("/robots.txt", 200, Map.of("Content-Type", "text/plain"), "User-agent: *\nDisallow: /secret/\n");
    }

    @AfterEach
    void close() {
        archive.close();
        site.close();
    }

    private CrawlSource source(int pages) {
        WebTerms terms =
                new WebTerms("Muniment/1", Duration.ZERO, Duration.ofSeconds(5), 1 << 20, true, Set.of(site.port()));
        CrawlPlan plan = new CrawlPlan(
                List.of(site.address("/")),
                List.of(),
                Set.of("127.0.0.1:" + site.port()),
                List.of(),
                List.of(),
                pages,
                true);
        return new CrawlSource("crawl/district-site", plan, terms, NameLookup.SYSTEM, () -> Rooms.of(archive));
    }

    private Reconciliation crawl(int pages) {
        Custody custody = new Custody.BySite(new Custodian("district-site"));
        return new Ingest(Rooms.of(archive)).run(new IngestRequest(source(pages), custody), Progress.NONE);
    }

    private WatchedPage page(String path) {
        return archive.web().pages().of("crawl/district-site").stream()
                .filter(page -> page.address().equals(site.address(path).toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<Item> items() {
        try (var all = archive.items().all()) {
            return all.map(RegisteredItem::item).toList();
        }
    }

    private long hits(String query) {
        return archive.index()
                .search(new Search(
                        new org.muniment.archive.query.ItemQueryParser(
                                        archive.settings().zone())
                                .parse(query),
                        10,
                        java.util.Optional.empty(),
                        Search.Order.values()[0]))
                .total();
    }

    @Test
    void aSiteIsVisitedAndOnlyWhatChangedIsTakenInAgain() throws Exception {
        Reconciliation first = crawl(100);
        assertThat(first.stored()).isEqualTo(4);
        assertThat(first.rejections()).singleElement().satisfies(robots -> {
            assertThat(robots.place()).endsWith("/secret/x");
            assertThat(robots.reason()).isEqualTo("robots.txt keeps out 1 page");
        });
        assertThat(site.asked()).doesNotContain("/secret/x").doesNotHaveDuplicates();
        assertThat(hits("kind:posting AND pizza")).isEqualTo(1);
        assertThat(hits("url:\"127.0.0.1:" + site.port() + "/lunch\"")).isEqualTo(1);
        assertThat(hits("custodian:127.0.0.1")).isEqualTo(4);

        Instant seen = page("/lunch").lastSeen();
        assertThat(crawl(100).read()).isEqualTo(1);
        assertThat(page("/lunch").lastSeen()).isAfter(seen);
        assertThat(items()).hasSize(4);

        site.page("/lunch", "<title>Lunch</title><p>Soup on Friday");
        site.remove("/logo.png");
        Reconciliation third = crawl(100);
        assertThat(third.stored()).isEqualTo(2);
        assertThat(page("/lunch").versions()).isEqualTo(2);
        assertThat(page("/logo.png").vanished()).isNotNull();
        assertThat(hits("url:lunch")).isEqualTo(2);

        Instant gone = page("/logo.png").vanished();
        assertThat(crawl(100).stored()).isZero();
        assertThat(page("/logo.png").vanished()).isEqualTo(gone);

        site.put("/logo.png", 200, Map.of("Content-Type", "image/png"), "\u0089PNG pixels");
        assertThat(crawl(100).stored()).isEqualTo(1);
        assertThat(page("/logo.png").vanished()).isNull();
        export();
    }

    /** What was crawled goes out as a WARC file that another program finds nothing wrong with. */
    private void export() throws Exception {
        Path file = folder.resolve("out.warc.gz");
        try (WarcExport export = new WarcExport(file, archive.objects(), clock.instant())) {
            for (Item item : items()) {
                export.add(item);
            }
            assertThat(export.records()).isEqualTo(7);
        }
        Path jar = Path.of(WarcWriter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jar.toString(),
                        "org.netpreserve.jwarc.tools.ValidateTool",
                        "-v",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).as(said).isZero();
        assertThat(said).as(said).contains("response").doesNotContain("error");
    }

    @Test
    void aLimitIsNamedAndTheNextVisitGoesBeyondIt() {
        Reconciliation first = crawl(2);
        assertThat(first.stored()).isEqualTo(2);
        assertThat(first.rejections())
                .anySatisfy(limit -> assertThat(limit.reason()).startsWith("the limit of 2 pages was reached; "));
    }

    @Test
    void aSitemapLeadsToPagesThatNothingLinksTo() {
        site.put("/robots.txt", 200, Map.of(), "Sitemap: " + site.address("/sitemap.xml") + "\n");
        site.put(
                "/sitemap.xml",
                200,
                Map.of("Content-Type", "application/xml"),
                "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>"
                        + site.address("/hidden") + "</loc></url></urlset>");
        site.page("/hidden", "<title>Found by the map</title>");
        crawl(100);
        assertThat(hits("subject:map")).isEqualTo(1);
    }

    @Test
    void redirectsAreFollowedInScopeAndLoopsEnd() {
        site.page("/", "<a href='/a'>a</a><a href='/b'>b</a><a href='/c'>c</a>");
        site.put("/a", 302, Map.of("Location", "/b"), "");
        site.put("/b", 301, Map.of("Location", "/a"), "");
        site.put("/c", 302, Map.of("Location", "http://169.254.169.254/latest/meta-data/"), "");
        assertThat(crawl(100).stored()).isEqualTo(1);
        assertThat(site.asked()).filteredOn("/a"::equals).hasSize(1);
    }

    /** What was noted of a page is believed only when the page is in the archive. */
    @Test
    void aVisitThatBreaksOffLosesNothing() {
        Source whole = source(100);
        Source breaking = new Source() {
            private int handed;

            @Override
            public String name() {
                return whole.name();
            }

            @Override
            public String type() {
                return whole.type();
            }

            @Override
            public ItemSource open(Path spool) {
                return (after, sink) -> whole.open(spool).read(after, entry -> {
                    if (++handed > 2) {
                        throw new IllegalStateException("the plug is pulled");
                    }
                    sink.accept(entry);
                });
            }

            @Override
            public long bytes() {
                return -1;
            }
        };
        Custody custody = new Custody.BySite(new Custodian("district-site"));
        Ingest ingest = new Ingest(Rooms.of(archive));
        assertThatThrownBy(() -> ingest.run(new IngestRequest(breaking, custody), Progress.NONE))
                .isInstanceOf(IngestFailed.class);
        crawl(100);
        assertThat(items()).hasSize(4);
        assertThat(hits("kind:posting AND pizza")).isEqualTo(1);
    }

    @Test
    void aSiteThatDoesNotAnswerEndsTheRunUnfinished() {
        crawl(100);
        site.close();
        assertThatThrownBy(() -> crawl(100)).isInstanceOf(IngestFailed.class);
        assertThat(archive.runs().latest(2)).anyMatch(run -> run.state() == org.muniment.archive.item.Run.State.OPEN);
        assertThat(page("/lunch").vanished()).isNull();
    }
}
