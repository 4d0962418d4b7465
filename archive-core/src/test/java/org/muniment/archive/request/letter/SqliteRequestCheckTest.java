package org.muniment.archive.request.letter;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class SqliteRequestCheckTest extends RequestCheckContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.sqlite(folder);
    }
}
