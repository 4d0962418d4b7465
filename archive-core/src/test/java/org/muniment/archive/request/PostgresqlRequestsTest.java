package org.muniment.archive.request;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlRequestsTest extends RequestsContract {
    @Override
    protected Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
