package org.muniment.archive.review;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class SqliteRedactionsTest extends RedactionsContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.sqlite(folder);
    }
}
