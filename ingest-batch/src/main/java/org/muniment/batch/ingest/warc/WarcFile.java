package org.muniment.batch.ingest.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.item.reading.WebRecordHead;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.Rejected;

/**
 * A web archive: WARC or ARC, plain or gzipped. What was captured is an item, record by record, as it stands in the file.
 * What the crawler noted about its own work (what it asked, who it is, how names were looked up) is one item of the file.
 */
public final class WarcFile {
    private static final Set<String> OF_THE_CRAWLER = Set.of("request", "warcinfo", "dns");

    private final FileEntry file;

    public WarcFile(FileEntry file) {
        this.file = file;
    }

    /** Whether a file begins with a record, or says by its name that it is a web archive and is gzipped. */
    public static boolean is(FileEntry file) {
        try {
            if (!isGzip(file.file())) {
                return begins(file.file(), false);
            }
            return file.name().toLowerCase(java.util.Locale.ROOT).matches(".*\\.w?arc\\.gz(\\..*)?")
                    || begins(file.file(), true);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean begins(Path path, boolean gzip) throws IOException {
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
            byte[] start = in.readNBytes(4_096);
            int line = new String(start, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n');
            return line > 0 && WebRecordHead.isStart(java.util.Arrays.copyOf(start, line + 1));
        }
    }

    private static boolean isGzip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        }
    }

    /**
     * Hands over the records.
     *
     * @param from uncompressed bytes that were dealt with before; what they hold of the crawler is read again
     */
    public void read(long from, ItemSource.Sink sink) throws InterruptedException {
        if (from == Position.DONE) {
            return;
        }
        try (CrawlerNotes notes = new CrawlerNotes(file);
                Stretch stretch = open()) {
            stretches(stretch, from, notes, sink);
            notes.handOver(sink);
        } catch (IOException e) {
            sink.accept(file.rejected(Reasons.of(e) + "; what follows is missing"));
        }
    }

    private Stretch open() throws IOException {
        return isGzip(file.file()) ? new GzipStretch(file.file()) : new PlainStretch(file.file());
    }

    private void stretches(Stretch stretch, long from, CrawlerNotes notes, ItemSource.Sink sink)
            throws IOException, InterruptedException {
        long offset = 0;
        boolean more = true;
        while (more) {
            RecordScan scan = new RecordScan(stretch.bytes(), offset, file.spool());
            for (Optional<RecordScan.Found> next = scan.next(); next.isPresent(); next = scan.next()) {
                take(next.get(), stretch.place(next.get().offset()), from, notes, sink);
            }
            offset = scan.offset();
            Optional<Stretch.Damage> damage = stretch.next();
            more = damage.isPresent();
            if (more && offset >= from) {
                Stretch.Damage known = damage.get();
                sink.accept(new Rejected(
                        file.path() + "@" + known.offset(),
                        known.reason() + "; reading went on at the next one",
                        new Position(file.key(), offset)));
            }
        }
    }

    private void take(RecordScan.Found found, String place, long from, CrawlerNotes notes, ItemSource.Sink sink)
            throws IOException, InterruptedException {
        if (found.head().filter(head -> OF_THE_CRAWLER.contains(head.type())).isPresent()) {
            notes.add(found.head().get().type(), found.bytes());
        } else if (found.end() <= from) {
            found.bytes().close();
        } else {
            handOver(found, file.path() + "@" + place, sink);
        }
    }

    private void handOver(RecordScan.Found found, String place, ItemSource.Sink sink) throws InterruptedException {
        Position position = new Position(file.key(), found.end());
        if (found.head().isEmpty() || found.bytes().size() > RawItem.LARGEST) {
            long size = found.bytes().size();
            found.bytes().close();
            sink.accept(new Rejected(
                    place,
                    found.head().isEmpty() ? size + " bytes that are no record of a web archive" : Reasons.TOO_LARGE,
                    position));
            return;
        }
        WebRecordHead head = found.head().get();
        Receipt receipt = head.captured().map(Receipt::byServer).orElse(Receipt.NONE);
        sink.accept(new RawItem(place, head.host(), List.of(), receipt, found.bytes(), position));
    }
}
