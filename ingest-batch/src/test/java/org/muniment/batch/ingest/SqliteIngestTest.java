package org.muniment.batch.ingest;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.batch.TestArchive;

class SqliteIngestTest extends IngestContract {
    @Override
    Catalogue open(Path folder) {
        return TestArchive.sqlite(folder);
    }
}
