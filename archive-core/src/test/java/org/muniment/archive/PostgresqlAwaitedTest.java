package org.muniment.archive;

import java.nio.file.Path;

class PostgresqlAwaitedTest extends AwaitedContract {
    @Override
    Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
