package org.muniment.archive.store;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlObjectVersionsTest extends ObjectVersionsContract {
    @Override
    Catalogue catalogue(Path folder) {
        return Catalogues.postgresql();
    }
}
