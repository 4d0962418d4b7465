package org.muniment.archive.review;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlCodingsTest extends CodingsContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
