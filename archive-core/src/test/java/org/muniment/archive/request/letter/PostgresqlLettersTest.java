package org.muniment.archive.request.letter;

import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;

class PostgresqlLettersTest extends LettersContract {
    @Override
    protected Catalogue open(Path folder) {
        return Catalogues.postgresql();
    }
}
