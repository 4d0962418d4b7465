package org.muniment.archive.item;

import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlContainersTest extends ContainersContract {

    @Override
    Catalogue open() {
        return Catalogues.postgresql();
    }
}
