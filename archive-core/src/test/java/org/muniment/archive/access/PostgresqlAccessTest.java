package org.muniment.archive.access;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlAccessTest extends AccessContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
