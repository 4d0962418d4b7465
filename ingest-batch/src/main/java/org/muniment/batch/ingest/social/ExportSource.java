package org.muniment.batch.ingest.social;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.muniment.batch.ingest.FileSource;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.Source;
import org.muniment.batch.ingest.SourceType;

/**
 * What a platform handed out of one account, as a folder or a zip.
 *
 * @param path made absolute
 * @param account it is of; empty when not told
 */
public record ExportSource(Path path, String account) implements Source {
    public ExportSource {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public String type() {
        return "export";
    }

    @Override
    public ItemSource open(Path spool) {
        if (!Files.exists(path)) {
            throw new UncheckedIOException(new NoSuchFileException(path.toString()));
        }
        return new Export(path, account, spool);
    }

    @Override
    public long bytes() {
        return new FileSource(path, SourceType.AUTO).bytes();
    }
}
