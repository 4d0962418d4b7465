package org.muniment.archive.saved;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class SqliteSavedSearchesTest extends SavedSearchesContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.sqlite(folder);
    }
}
