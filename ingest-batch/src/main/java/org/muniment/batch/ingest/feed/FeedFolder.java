package org.muniment.batch.ingest.feed;

import java.nio.file.Path;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.LocalSource;
import org.muniment.batch.ingest.SourceTree;

/**
 * Feeds that were saved as files: one, or a folder of them.
 *
 * @param path made absolute
 * @param account they are posted under; empty when not told
 */
public record FeedFolder(Path path, String account) implements LocalSource {
    public FeedFolder {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String type() {
        return "feed-files";
    }

    @Override
    public ItemSource items(Path spool) {
        return new SourceTree(path, (file, from, sink) -> FeedFile.read(file, from, account, sink), spool);
    }
}
