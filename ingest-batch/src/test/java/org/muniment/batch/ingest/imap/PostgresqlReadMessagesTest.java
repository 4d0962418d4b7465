package org.muniment.batch.ingest.imap;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.batch.TestArchive;

class PostgresqlReadMessagesTest extends ReadMessagesContract {
    @Override
    Catalogue open(Path folder) {
        return TestArchive.postgresql();
    }
}
