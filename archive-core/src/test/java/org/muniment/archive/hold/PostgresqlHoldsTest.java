package org.muniment.archive.hold;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlHoldsTest extends HoldsContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
