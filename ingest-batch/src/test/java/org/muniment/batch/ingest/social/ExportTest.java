package org.muniment.batch.ingest.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.store.Digest;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Source;

class ExportTest {
    @TempDir
    private Path folder;

    private Path export;
    private ItemReader reader;

    @BeforeEach
    void open() throws IOException {
        export = Files.createDirectories(folder.resolve("export"));
        reader = new ItemReader(ReadingLimits.DEFAULT, folder.resolve("scratch"));
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = export.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Entry> entries(Source source, Optional<Position> after) throws InterruptedException {
        List<Entry> found = new ArrayList<>();
        source.open(folder.resolve("spool")).read(after, found::add);
        return found;
    }

    private List<Reading> read(Source source) throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (Entry entry : entries(source, Optional.empty())) {
            RawItem raw = (RawItem) entry;
            try (InputStream in = raw.bytes().open()) {
                readings.add(reader.read(Digest.of(in.readAllBytes()), raw.bytes(), raw.receipt()));
            }
        }
        assertThat(readings).allSatisfy(one -> assertThat(one.item().kind()).isEqualTo(Kind.POSTING));
        return readings;
    }

    private Reading post(List<Reading> all, String words) {
        return all.stream()
                .filter(one -> one.text().body().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is in none of "
                        + all.stream().map(one -> one.text().body()).toList()));
    }

    @Test
    void eachRowOfATableOfPostsIsOneAndAnotherTableIsKeptWhole() throws Exception {
        write("YouTube/comments/comments.csv", """
            \ufeffComment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text
            Ugx1,UC1,2025-03-04T17:05:00.123456+00:00,0,,dQw4,"{""text"":""Go ""},{""text"":""Eagles, all of you""}"
            Ugx2,UC1,2025-03-05T17:05:00+00:00,0,Ugx1,dQw4,"{""text"":""Two
            lines""}"
            Ugx3,UC1,never,0,,dQw4,"{""text"":""Short row""}",too many
            """);
        write("linkedin/messages.csv", """
            CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT
            1,Ann Lee,Bo Ray,2025-03-06 17:05:00 UTC,The field,Is it open?
            """);
        write("YouTube/subscriptions/subscriptions.csv", """
            Channel Id,Channel Url,Channel Title
            UC2,http://www.youtube.com/channel/UC2,Board meetings
            """);
        write("YouTube/comments/broken.csv", """
            Comment ID,Comment Create Timestamp,Comment Text
            Ugx4,2025-03-04T17:05:00Z,"no end
            """);
        ExportSource source = new ExportSource(export, "district-youtube");
        List<Reading> all = read(source);
        assertThat(all).as("four rows and two files").hasSize(6);
        Reading comment = post(all, "Go Eagles, all of you");
        assertThat(comment.text().address()).isEqualTo("https://www.youtube.com/watch?v=dQw4&lc=Ugx1");
        assertThat(comment.item().dates().received()).isEqualTo(Instant.parse("2025-03-04T17:05:00.123456Z"));
        assertThat(post(all, "lines").item().coverage().gaps()).isEmpty();
        assertThat(post(all, "Short row").item().dates().received()).isNull();
        assertThat(post(all, "Short row").text().attachments().getFirst().text())
                .contains("too many");
        Reading message = post(all, "Is it open?");
        assertThat(message.item().people().from().getFirst().name()).isEqualTo("Ann Lee");
        assertThat(message.item().dates().received()).isEqualTo(Instant.parse("2025-03-06T17:05:00Z"));
        List<Entry> entries = entries(source, Optional.empty());
        assertThat(entries(source, Optional.of(entries.get(1).position()))).hasSize(4);
    }

    @Test
    void facebookPostsHaveTheirPicturesAndTheLettersThatWereMeant() throws Exception {
        write("your_facebook_activity/posts/your_posts_1.json", """
            [{"timestamp": 1739563200, "title": "Lincoln posted",
              "data": [{"post": "Felicit\\u00c3\\u00a9 a Milo"}],
              "attachments": [{"data": [{"media": {"uri": "posts/media/chain.jpg", "creation_timestamp": 1739563100,
                 "description": "The chain"}}]}]}]\
            """);
        write("your_facebook_activity/posts/media/chain.jpg", "pixels");
        write("your_facebook_activity/messages/inbox/ann_1/message_1.json", """
            {"participants": [{"name": "Ann"}], "thread_path": "inbox/ann_1",
             "messages": [{"sender_name": "Ann", "timestamp_ms": 1739563200123, "content": "Is school open?"}]}\
            """);
        List<Reading> all = read(new ExportSource(export, "lincoln-facebook"));
        Reading post = post(all, "Felicité a Milo");
        assertThat(post.item().attachments()).extracting(Attachment::name).containsExactly("post.json", "chain.jpg");
        assertThat(post.item().dates().received()).isEqualTo(Instant.ofEpochSecond(1739563200));
        assertThat(post.item().coverage().gaps()).isEmpty();
        assertThat(post(all, "Is school open?")
                        .item()
                        .people()
                        .from()
                        .getFirst()
                        .name())
                .isEqualTo("Ann");
        assertThat(all).hasSize(3);
        assertThat(all)
                .anySatisfy(
                        rest -> assertThat(rest.text().attachments().toString()).contains("inbox/ann_1"));
    }

    @Test
    void xInstagramMastodonAndYouTubeAreReadByTheirShape() throws Exception {
        write("data/tweets.js", """
            window.YTD.tweets.part0 = [{"tweet": {"id_str": "77", "full_text": "Snow day https://t.co/x",
            "created_at": "Fri Feb 14 20:15:00 +0000 2025"}}]\
            """);
        write("data/tweets_media/77-abc.jpg", "pixels");
        write("content/posts_1.json", """
            [{"media": [{"uri": "media/posts/a.jpg", "creation_timestamp": 1739563200, "title": "Art show"}]}]\
            """);
        write("media/posts/a.jpg", "pixels");
        write("outbox.json", """
            {"type": "OrderedCollection", "orderedItems": [{"type": "Create", "published": "2025-02-14T20:15:00Z",
             "actor": "https://m.example/users/lincoln", "object": {"type": "Note", "url": "https://m.example/@lincoln/9",
             "content": "<p>Bake sale</p>", "attachment": []}}]}\
            """);
        write("Takeout/YouTube and YouTube Music/history/uploads.json", """
            [{"title": "Board meeting of March 2", "titleUrl": "https://www.youtube.com/watch?v=abc",
              "time": "2026-03-03T04:00:00.000Z"}]\
            """);
        write("readme.txt", "About this export");
        List<Reading> all = read(new ExportSource(export, "x"));
        assertThat(post(all, "Snow day").text().address()).isEqualTo("https://x.com/i/web/status/77");
        assertThat(post(all, "Snow day").item().attachments())
                .extracting(Attachment::name)
                .contains("77-abc.jpg");
        assertThat(post(all, "Snow day").item().dates().received()).isEqualTo(Instant.parse("2025-02-14T20:15:00Z"));
        assertThat(post(all, "Art show").item().attachments())
                .extracting(Attachment::name)
                .contains("a.jpg");
        assertThat(post(all, "Bake sale").text().address()).isEqualTo("https://m.example/@lincoln/9");
        assertThat(post(all, "Board meeting").text().address()).isEqualTo("https://www.youtube.com/watch?v=abc");
        assertThat(all)
                .filteredOn(one -> one.item().subject().endsWith("readme.txt"))
                .hasSize(1);
    }

    @Test
    void aZipIsReadLikeItsFolderAndOnFromAnyPlace() throws Exception {
        write("posts/your_posts_1.json", """
            [{"timestamp": 1739563200, "data": [{"post": "One"}]}, {"timestamp": 1739563201, "data": [{"post": "Two"}]}]\
            """);
        write("other.bin", "\u0001\u0002");
        Path zip = folder.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream zipped = new ZipOutputStream(out)) {
            for (String name : List.of("other.bin", "posts/your_posts_1.json")) {
                zipped.putNextEntry(new ZipEntry(name));
                zipped.write(Files.readAllBytes(export.resolve(name)));
            }
        }
        List<Entry> fromFolder = entries(new ExportSource(export, ""), Optional.empty());
        List<Entry> fromZip = entries(new ExportSource(zip, ""), Optional.empty());
        assertThat(fromZip)
                .extracting(Entry::place)
                .containsExactly("posts/your_posts_1.json#1", "posts/your_posts_1.json#2", "other.bin");
        assertThat(fromZip)
                .extracting(ExportTest::digest)
                .isEqualTo(fromFolder.stream().map(ExportTest::digest).toList());
        List<Entry> rest =
                entries(new ExportSource(zip, ""), Optional.of(fromZip.get(0).position()));
        assertThat(rest).extracting(Entry::place).containsExactly("posts/your_posts_1.json#2", "other.bin");
    }

    private static String digest(Entry entry) {
        try (InputStream in = ((RawItem) entry).bytes().open()) {
            return Digest.of(in.readAllBytes()).hex();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aSavedPageAndTheFactsBesideItAreOnePosting() throws Exception {
        write("news.html", "<html><title>x</title><p>Measure K passed");
        write("news.json", """
            {"url": "https://www.district.example/news", "title": "Measure K", "posted": "2024-06-24T18:10:00-07:00",
             "author": "communications@district.example"}\
            """);
        write("alone.html", "<p>No facts");
        List<Entry> found = entries(new PostingsFolder(export), Optional.empty());
        assertThat(found).extracting(Entry::place).containsExactly("alone.html", "news.html");
        RawItem news = (RawItem) found.get(1);
        Reading reading = reader.read(new Digest(digest(news)), news.bytes(), news.receipt());
        assertThat(reading.item().kind()).isEqualTo(Kind.POSTING);
        assertThat(reading.item().subject()).isEqualTo("Measure K");
        assertThat(reading.text().address()).isEqualTo("https://www.district.example/news");
        assertThat(reading.item().dates().received()).isEqualTo(Instant.parse("2024-06-25T01:10:00Z"));
        assertThat(reading.item().people().from().getFirst().address()).isEqualTo("communications@district.example");
        assertThat(news.folder()).isEqualTo("www.district.example");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
    void realExportsAreTakenInWhole() throws Exception {
        Path set = Path.of(System.getenv("MUNIMENT_CORPORA"), "web-exports-a");
        try (Stream<Path> folders = Files.list(set)) {
            for (Path one : folders.filter(Files::isDirectory).sorted().toList()) {
                List<Reading> all = read(new ExportSource(one, ""));
                long posts = all.stream()
                        .filter(item -> !item.item().subject().startsWith("No post, "))
                        .count();
                long whole = all.stream()
                        .filter(item -> item.item().coverage().gaps().isEmpty())
                        .count();
                System.out.printf(
                        "%-20s %4d posts, %4d other items, %4d read in full%n",
                        one.getFileName(), posts, all.size() - posts, whole);
                assertThat(all).isNotEmpty();
            }
        }
    }
}
