package org.muniment.archive.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class SqliteObjectVersionsTest extends ObjectVersionsContract {
    @TempDir
    Path folder;

    @Override
    Catalogue catalogue() {
        return Catalogues.sqlite(folder);
    }
}
