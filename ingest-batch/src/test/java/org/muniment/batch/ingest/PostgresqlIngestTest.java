package org.muniment.batch.ingest;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.batch.TestArchive;

class PostgresqlIngestTest extends IngestContract {
    @Override
    Catalogue open(Path folder) {
        return TestArchive.postgresql();
    }
}
