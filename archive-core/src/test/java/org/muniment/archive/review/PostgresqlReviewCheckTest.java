package org.muniment.archive.review;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlReviewCheckTest extends ReviewCheckContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
