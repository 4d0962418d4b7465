package org.muniment.batch.ingest.social;

import java.nio.file.Path;
import org.muniment.batch.ingest.ItemSource;
import org.muniment.batch.ingest.LocalSource;

/**
 * What a platform handed out of one account, as a folder or a zip.
 *
 * @param path made absolute
 * @param account it is of; empty when not told
 */
public record ExportSource(Path path, String account) implements LocalSource {
    public ExportSource {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String type() {
        return "export";
    }

    @Override
    public ItemSource items(Path spool) {
        return new Export(path, account, spool);
    }
}
