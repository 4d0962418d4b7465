package org.muniment.archive.schedule;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlDeclarationsTest extends DeclarationsContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
