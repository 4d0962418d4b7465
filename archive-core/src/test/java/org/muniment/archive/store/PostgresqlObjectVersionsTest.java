package org.muniment.archive.store;

import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlObjectVersionsTest extends ObjectVersionsContract {
    @Override
    Catalogue catalogue() {
        return Catalogues.postgresql();
    }
}
