package org.muniment.archive.store;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlEncryptedStoreTest extends EncryptedFileStoreTest {
    @Override
    Catalogue catalogue(Path where) {
        return Catalogues.postgresql();
    }
}
