package org.muniment.archive.hold;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlAcknowledgementsTest extends AcknowledgementsContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
