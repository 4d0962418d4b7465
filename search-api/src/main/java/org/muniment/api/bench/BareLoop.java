package org.muniment.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.LuceneSearchIndex;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.SourceTree;
import org.muniment.batch.ingest.SourceType;

/**
 * The limit an ingest is measured against: the bare loop of parse, hash and index, with the same fields and as many
 * threads, and nothing kept but the index: no object store, no catalogue, no ledger.
 */
final class BareLoop {
    private static final int SLICE = 25;

    private final ItemReader reader;
    private final Path scratch;
    private final int threads;

    BareLoop(ItemReader reader, Path scratch, int threads) {
        this.reader = reader;
        this.scratch = scratch;
        this.threads = threads;
    }

    /** Runs over the whole source; gives the number of messages. */
    long run(Path source, Path folder) {
        AtomicLong count = new AtomicLong();
        Semaphore ahead = new Semaphore(threads * 4);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(folder);
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<RawItem> slice = new ArrayList<>();
            new SourceTree(source, SourceType.AUTO, scratch).read(Optional.empty(), entry -> {
                if (entry instanceof RawItem raw) {
                    slice.add(raw);
                    if (slice.size() == SLICE) {
                        hand(List.copyOf(slice), index, workers, ahead);
                        slice.clear();
                    }
                    count.incrementAndGet();
                }
            });
            hand(List.copyOf(slice), index, workers, ahead);
            ahead.acquire(threads * 4);
            index.commit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count.get();
    }

    private void hand(List<RawItem> slice, LuceneSearchIndex index, ExecutorService workers, Semaphore ahead)
            throws InterruptedException {
        ahead.acquire();
        workers.execute(() -> {
            try {
                index.put(slice.stream().map(this::document).toList());
            } finally {
                ahead.release();
            }
        });
    }

    private ItemDocument document(RawItem raw) {
        try (Spool bytes = raw.bytes()) {
            Reading reading = reader.read(hash(raw), bytes, raw.receipt());
            Collection collection = new Collection(
                    reading.item().id(),
                    new Custodian("bench@district.example"),
                    "bench",
                    raw.place(),
                    raw.folder(),
                    raw.flags(),
                    Instant.EPOCH,
                    "bench");
            return new ItemDocument(reading, List.of(collection));
        }
    }

    private static Digest hash(RawItem raw) {
        MessageDigest sha256 = Digest.sha256();
        try (InputStream bytes = new DigestInputStream(raw.bytes().open(), sha256)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Digest.ofHash(sha256.digest());
    }
}
