package org.muniment.archive.item;

import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlItemsTest extends ItemsContract {

    @Override
    Catalogue open() {
        return Catalogues.postgresql();
    }
}
