package org.muniment.batch.ingest.warc;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.reading.AssembledMessage;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;

/** What a crawler noted about its own work in one file: kept together as one item, so that nothing of the file is lost. */
final class CrawlerNotes implements AutoCloseable {
    private final FileEntry file;
    private final SpoolWriter records;
    private final Map<String, Integer> counts = new TreeMap<>();

    CrawlerNotes(FileEntry file) {
        this.file = file;
        this.records = new SpoolWriter(file.spool());
    }

    void add(String type, Spool record) throws IOException {
        try (Spool bytes = record;
                InputStream in = bytes.open()) {
            in.transferTo(records);
        }
        counts.merge(type, 1, Integer::sum);
    }

    void handOver(ItemSource.Sink sink) throws IOException, InterruptedException {
        if (counts.isEmpty()) {
            return;
        }
        String sum = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        try (Spool noted = records.finish()) {
            Spool item = new AssembledMessage(Kind.POSTING)
                    .header("Subject", "What the crawler noted: " + file.name())
                    .text("Records of the file " + file.name() + " that are no postings: " + sum + ".")
                    .piece("crawler-records.txt", "text/plain; charset=utf-8", noted)
                    .write(file.spool());
            sink.accept(new RawItem(
                    file.path() + "@crawler", "", List.of(), Receipt.NONE, item, Position.done(file.path())));
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
