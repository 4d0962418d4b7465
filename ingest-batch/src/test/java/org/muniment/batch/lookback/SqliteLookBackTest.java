package org.muniment.batch.lookback;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.batch.TestArchive;

class SqliteLookBackTest extends LookBackContract {
    @Override
    Catalogue open(Path folder) {
        return TestArchive.sqlite(folder);
    }
}
