package org.muniment.archive.item;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class SqliteThreadsTest extends ThreadsContract {
    @TempDir
    private Path folder;

    @Override
    Catalogue open() {
        return Catalogues.sqlite(folder);
    }
}
