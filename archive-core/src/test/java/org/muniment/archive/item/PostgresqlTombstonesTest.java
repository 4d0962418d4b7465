package org.muniment.archive.item;

import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlTombstonesTest extends TombstonesContract {

    @Override
    Catalogue open() {
        return Catalogues.postgresql();
    }
}
