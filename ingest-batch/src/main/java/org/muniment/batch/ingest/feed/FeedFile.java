package org.muniment.batch.ingest.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.FileEntry;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Reasons;
import org.muniment.batch.ingest.eml.EmlFile;

/** A feed that was saved as a file: the feed itself and each entry are an item. What is no feed is one item as it is. */
public final class FeedFile {
    private static final long LARGEST = 256L << 20;

    private FeedFile() {}

    /** Whether a file is a feed. */
    public static boolean is(FileEntry file) {
        try {
            return Files.size(file.file()) <= LARGEST
                    && FeedText.parse(Files.readAllBytes(file.file()), "").isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Hands over its entries, from a number on. */
    public static void read(FileEntry file, long from, String account, ItemSource.Sink sink)
            throws InterruptedException {
        try {
            Optional<FeedText> feed = Files.size(file.file()) > LARGEST
                    ? Optional.empty()
                    : FeedText.parse(Files.readAllBytes(file.file()), "");
            if (feed.isEmpty()) {
                sink.accept(EmlFile.read(file));
                return;
            }
            EntryMessage message = new EntryMessage(file.spool());
            List<FeedEntry> entries = feed.get().entries();
            for (int i = (int) Math.min(from, entries.size() + 1L); i <= entries.size(); i++) {
                FeedEntry entry = i == 0 ? feed.get().head() : entries.get(i - 1);
                Spool bytes = message.of(entry, account, Optional.empty());
                sink.accept(new RawItem(
                        file.path() + "#" + i,
                        site(entry.address()),
                        List.of(),
                        Receipt.NONE,
                        bytes,
                        new Position(file.path(), i == entries.size() ? Position.DONE : i + 1L)));
            }
        } catch (IOException e) {
            sink.accept(file.rejected(Reasons.of(e)));
        }
    }

    /** The site of an address; empty for none. */
    static String site(String address) {
        return address.matches("(?i)https?://[^/?#\\s:@]{1,250}.*")
                ? address.replaceFirst("(?i)https?://([^/?#\\s:@]+)(?s:.*)", "$1")
                        .toLowerCase(java.util.Locale.ROOT)
                : "";
    }
}
