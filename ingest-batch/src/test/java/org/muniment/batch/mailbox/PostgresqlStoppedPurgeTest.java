package org.muniment.batch.mailbox;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.batch.TestArchive;

class PostgresqlStoppedPurgeTest extends StoppedPurgeContract {
    @Override
    Catalogue open(Path folder) {
        return TestArchive.postgresql();
    }
}
