package org.muniment.archive.access;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class SqliteIdempotencyTest extends IdempotencyContract {
    @Override
    Catalogue catalogue(Path folder) {
        return Catalogues.sqlite(folder);
    }
}
