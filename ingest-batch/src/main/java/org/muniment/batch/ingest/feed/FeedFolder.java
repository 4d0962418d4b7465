package org.muniment.batch.ingest.feed;

import java.nio.file.Path;
import org.muniment.batch.ingest.FileSource;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.SourceTree;
import org.muniment.batch.ingest.SourceType;

/**
 * Feeds that were saved as files: one, or a folder of them.
 *
 * @param path made absolute
 * @param account they are posted under; empty when not told
 */
public record FeedFolder(Path path, String account) implements Source {
    public FeedFolder {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public String type() {
        return "feed-files";
    }

    @Override
    public ItemSource open(Path spool) {
        new FileSource(path, SourceType.AUTO).open(spool);
        return new SourceTree(path, (file, from, sink) -> FeedFile.read(file, from, account, sink), spool);
    }

    @Override
    public long bytes() {
        return new FileSource(path, SourceType.AUTO).bytes();
    }
}
