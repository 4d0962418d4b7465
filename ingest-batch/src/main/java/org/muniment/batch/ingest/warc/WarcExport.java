package org.muniment.batch.ingest.warc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.reading.WebRecordHead;
import org.muniment.archive.store.ObjectStore;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes items into one WARC file (ISO 28500), gzipped record by record, for the tools of web archives. What is a record
 * already goes out as it was collected; any other item as a resource of its own.
 */
public final class WarcExport implements AutoCloseable {
    private static final String LINE_ENDS = "\r\n\r\n";

    private final OutputStream out;
    private final ObjectStore objects;
    private final Instant now;
    private long records;

    /** @throws IOException when there is such a file already, or it can't be written */
    public WarcExport(Path file, ObjectStore objects, Instant now) throws IOException {
        this.out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.CREATE_NEW);
        this.objects = objects;
        this.now = now;
        Warcinfo info = new Warcinfo.Builder()
                .date(now)
                .filename(String.valueOf(file.getFileName()))
                .fields(Map.of("software", List.of("Muniment"), "format", List.of("WARC File Format 1.0")))
                .build();
        new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP).write(info);
    }

    /** Adds an item; one is one record. */
    public void add(Item item) throws IOException {
        WebRecordHead head = head(item);
        if (head != null) {
            try (InputStream in = objects.open(item.digest())) {
                GZIPOutputStream member = new GZIPOutputStream(out);
                in.transferTo(member);
                member.finish();
            }
        } else {
            resource(item);
        }
        records++;
    }

    /** How many items were added. */
    public long records() {
        return records;
    }

    /** The head, when the object is one whole WARC record. */
    private @org.jspecify.annotations.Nullable WebRecordHead head(Item item) throws IOException {
        try (InputStream in = objects.open(item.digest())) {
            byte[] start = in.readNBytes(WebRecordHead.LONGEST);
            WebRecordHead head = WebRecordHead.parse(start).orElse(null);
            boolean whole = head != null
                    && !head.fields().lines().isEmpty()
                    && head.size() + head.length() + LINE_ENDS.length() == item.size();
            return whole ? head : null;
        }
    }

    private void resource(Item item) throws IOException {
        try (InputStream in = objects.open(item.digest())) {
            Instant received = item.dates().received();
            WarcResource record = new WarcResource.Builder(
                            URI.create("urn:sha256:" + item.digest().hex()))
                    .date(received == null ? now : received)
                    .recordId(UUID.nameUUIDFromBytes(
                            item.digest().hex().getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                    .body(MediaType.parse("message/rfc822"), Channels.newChannel(in), item.size())
                    .build();
            new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP).write(record);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
