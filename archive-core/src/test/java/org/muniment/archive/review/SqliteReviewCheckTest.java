package org.muniment.archive.review;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class SqliteReviewCheckTest extends ReviewCheckContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.sqlite(folder);
    }
}
