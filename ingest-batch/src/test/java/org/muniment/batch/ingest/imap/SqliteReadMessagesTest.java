package org.muniment.batch.ingest.imap;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.batch.TestArchive;

class SqliteReadMessagesTest extends ReadMessagesContract {
    @Override
    Catalogue open(Path folder) {
        return TestArchive.sqlite(folder);
    }
}
