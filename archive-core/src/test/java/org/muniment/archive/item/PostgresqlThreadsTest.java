package org.muniment.archive.item;

import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlThreadsTest extends ThreadsContract {

    @Override
    Catalogue open() {
        return Catalogues.postgresql();
    }
}
