package org.muniment.batch.ingest.warc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.batch.ingest.warc.Records.bytes;
import static org.muniment.batch.ingest.warc.Records.joined;
import static org.muniment.batch.ingest.warc.Records.member;
import static org.muniment.batch.ingest.warc.Records.page;
import static org.muniment.batch.ingest.warc.Records.record;
import static org.muniment.batch.ingest.warc.Records.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.store.Digest;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Rejected;

class WarcFileTest {
    private static final String HOME = "https://www.district.example/";
    private static final String NEWS = "https://www.district.example/news";
    private static final String LUNCH = "https://lunch.district.example/menu";

    @TempDir
    private Path folder;

    private ItemReader reader;

    @BeforeEach
    void open() {
        reader = new ItemReader(ReadingLimits.DEFAULT, folder);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private List<Entry> read(String name, byte[] content, long from) throws Exception {
        Path file = Files.write(folder.resolve(name), content);
        List<Entry> found = new ArrayList<>();
        new WarcFile(new FileEntry(file, name, folder)).read(from, found::add);
        return found;
    }

    private List<Entry> read(byte[] content) throws Exception {
        return read("a.warc", content, 0);
    }

    private static byte[] bytesOf(Entry entry) throws IOException {
        try (InputStream in = ((RawItem) entry).bytes().open()) {
            return in.readAllBytes();
        }
    }

    private Reading reading(Entry entry) throws IOException {
        RawItem raw = (RawItem) entry;
        return reader.read(Digest.of(bytesOf(entry)), raw.bytes(), raw.receipt());
    }

    @Test
    void aRecordIsAnItemAsItStandsInTheFile() throws Exception {
        List<Entry> found = read(bytes(page(HOME, "Welcome"), page(NEWS, "Measure K")));
        assertThat(found).hasSize(2);
        assertThat(bytesOf(found.get(0))).isEqualTo(bytes(page(HOME, "Welcome")));
        assertThat(bytesOf(found.get(1))).isEqualTo(bytes(page(NEWS, "Measure K")));
        assertThat(found.get(1).place()).isEqualTo("a.warc@" + bytes(page(HOME, "Welcome")).length);
        assertThat(((RawItem) found.get(1)).folder()).isEqualTo("www.district.example");
        Reading news = reading(found.get(1));
        Item item = news.item();
        assertThat(item.kind()).isEqualTo(Kind.POSTING);
        assertThat(item.subject()).isEqualTo("Measure K");
        assertThat(item.dates().received()).isEqualTo(Instant.parse("2025-03-04T05:06:07Z"));
        assertThat(item.coverage().gaps()).isEmpty();
        assertThat(news.text().body()).contains("Measure K");
        assertThat(news.text().address()).isEqualTo(NEWS);
    }

    @Test
    void whatTheCrawlerNotesIsOneItemOfTheFile() throws Exception {
        List<Entry> found = read(bytes(
                record("warcinfo", "", "application/warc-fields", "software: crawler 1\r\n"),
                record("request", HOME, "application/http; msgtype=request", "GET / HTTP/1.1\r\nCookie: x=17\r\n\r\n"),
                page(HOME, "Welcome")));
        assertThat(found).hasSize(2);
        Reading notes = reading(found.get(1));
        assertThat(notes.text().body()).contains("1 request, 1 warcinfo");
        assertThat(notes.text().attachments())
                .singleElement()
                .satisfies(text -> assertThat(text.text()).contains("software: crawler 1", "Cookie: x=17"));
        assertThat(notes.item().coverage().gaps()).isEmpty();
    }

    @Test
    void aPictureIsAnAttachmentAndAChunkedZippedPageIsRead() throws Exception {
        byte[] zipped = member("<title>Bus</title><p>Route 7 is late");
        String chunked = Integer.toHexString(zipped.length) + "\r\n" + new String(zipped, StandardCharsets.ISO_8859_1)
                + "\r\n0\r\n\r\n";
        List<Entry> found = read(bytes(
                response(HOME + "logo.png", "Content-Type: image/png", "\u0089PNG\r\n\u001a\npixels"),
                response(
                        NEWS,
                        "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip",
                        chunked),
                response(LUNCH, "Content-Type: text/plain\r\nTransfer-Encoding: chunked", "zz no chunks: pizza")));
        assertThat(reading(found.get(0)).item().attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("logo.png");
            assertThat(file.type()).isEqualTo("image/png");
        });
        assertThat(reading(found.get(1)).text().body()).contains("Route 7 is late");
        assertThat(reading(found.get(1)).item().coverage().gaps()).isEmpty();
        assertThat(reading(found.get(2)).text().body()).isEqualTo("zz no chunks: pizza");
    }

    @Test
    void aRevisitSaysToWhatItRefers() throws Exception {
        String revisit = record("revisit", NEWS, "application/http", "HTTP/1.1 200 OK\r\n\r\n")
                .replace(
                        "WARC-Date",
                        "WARC-Refers-To: <urn:uuid:first>\r\nWARC-Refers-To-Date: 2024-01-01T00:00:00Z\r\nWARC-Date");
        Reading reading = reading(read(bytes(revisit)).getFirst());
        assertThat(reading.text().body()).contains(NEWS, "2024-01-01T00:00:00Z", "<urn:uuid:first>");
        assertThat(reading.item().kind()).isEqualTo(Kind.POSTING);
    }

    @Test
    void aFileThatBreaksOffKeepsWhatIsThereAndSaysWhatIsMissing() throws Exception {
        byte[] whole = bytes(page(HOME, "Welcome"), page(NEWS, "Measure K"));
        List<Entry> found = read(Arrays.copyOf(whole, whole.length - 60));
        assertThat(found).hasSize(2);
        Item cut = reading(found.get(1)).item();
        assertThat(cut.subject()).isEqualTo("Measure K");
        assertThat(cut.coverage().gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).startsWith("the record breaks off"));
    }

    @Test
    void aWrongLengthCostsNoOtherRecord() throws Exception {
        String block = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nPizza on Friday, soup on Monday";
        for (long told : new long[] {50, 90_000}) {
            List<Entry> found =
                    read(bytes(record("response", LUNCH, "application/http", block, told), page(NEWS, "Measure K")));
            assertThat(found).as("told %s", told).hasSize(2);
            assertThat(reading(found.get(0)).text().body()).contains("soup on Monday");
            assertThat(reading(found.get(0)).item().coverage().gaps()).isNotEmpty();
            assertThat(bytesOf(found.get(1))).isEqualTo(bytes(page(NEWS, "Measure K")));
        }
    }

    @Test
    void bytesBetweenRecordsAreNamed() throws Exception {
        List<Entry> found =
                read(bytes(page(HOME, "Welcome"), "nobody knows what this is\r\n", page(NEWS, "Measure K")));
        assertThat(found).hasSize(2);
        assertThat(reading(found.get(0)).item().coverage().gaps()).isNotEmpty();
        List<Entry> first = read(bytes("nobody knows what this is\r\n", page(NEWS, "Measure K")));
        assertThat(first).hasSize(2);
        assertThat(((Rejected) first.get(0)).reason()).isEqualTo("27 bytes that are no record of a web archive");
        assertThat(first.get(0).place()).isEqualTo("a.warc@0");
    }

    @Test
    void aDamagedMemberCostsItselfOnly() throws Exception {
        byte[] broken = member(page(NEWS, "Measure K"));
        Arrays.fill(broken, 20, 60, (byte) 0xff);
        byte[] first = member(page(HOME, "Welcome"));
        List<Entry> found = read("a.warc.gz", joined(first, broken, member(page(LUNCH, "Pizza"))), 0);
        assertThat(found).filteredOn(Rejected.class::isInstance).singleElement().satisfies(rejected -> {
            assertThat(rejected.place()).isEqualTo("a.warc.gz@" + first.length);
            assertThat(((Rejected) rejected).reason()).startsWith("damaged gzip member");
        });
        List<Entry> items = found.stream().filter(RawItem.class::isInstance).toList();
        assertThat(bytesOf(items.getFirst())).isEqualTo(bytes(page(HOME, "Welcome")));
        assertThat(bytesOf(items.getLast())).isEqualTo(bytes(page(LUNCH, "Pizza")));
        assertThat(items.getLast().place()).isEqualTo("a.warc.gz@" + (first.length + broken.length));
    }

    @Test
    void aFileZippedAsAWholeIsReadOnFromAnyRecord() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(page(HOME, "Welcome"), page(NEWS, "Measure K"), page(LUNCH, "Pizza")));
        }
        List<Entry> all = read("a.warc.gz", out.toByteArray(), 0);
        assertThat(all).hasSize(3);
        List<Entry> rest =
                read("a.warc.gz", out.toByteArray(), all.get(0).position().offset());
        assertThat(rest)
                .extracting(Entry::place)
                .containsExactly(all.get(1).place(), all.get(2).place());
    }

    @Test
    void anArcIsReadToo() throws Exception {
        String version = "1 0 Crawler\nURL IP-address Archive-date Content-type Archive-length\n";
        String page = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Old news</title>";
        List<Entry> found = read(
                "a.arc",
                bytes(
                        "filedesc://a.arc 0.0.0.0 20010203040506 text/plain " + version.length() + "\n" + version
                                + "\n",
                        "http://old.district.example/ 192.0.2.1 20010203040507 text/html " + page.length() + "\n" + page
                                + "\n",
                        "http://old.district.example/b 192.0.2.1 20010203040508 text/html " + page.length() + "\n"
                                + page + "\n"),
                0);
        assertThat(found).hasSize(3);
        Reading old = reading(found.get(0));
        assertThat(old.item().subject()).isEqualTo("Old news");
        assertThat(old.item().dates().received()).isEqualTo(Instant.parse("2001-02-03T04:05:07Z"));
        assertThat(old.text().address()).isEqualTo("http://old.district.example/");
        assertThat(reading(found.get(2)).text().body()).contains("1 warcinfo");
    }
}
