package org.muniment.archive.ledger;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlLedgerTest implements LedgerContract {
    @Override
    public Catalogue catalogue(Path folder) {
        return Catalogues.postgresql();
    }
}
