package org.muniment.archive.people;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class SqlitePeopleTest extends PeopleContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.sqlite(folder);
    }
}
