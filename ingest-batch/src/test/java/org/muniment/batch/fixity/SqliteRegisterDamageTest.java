package org.muniment.batch.fixity;

import java.nio.file.Path;
import org.muniment.archive.ArchiveSettings;
import org.springframework.jdbc.core.JdbcTemplate;

class SqliteRegisterDamageTest extends RegisterDamageContract {
    @Override
    ArchiveSettings settings(Path folder) {
        return ArchiveSettings.embedded(folder);
    }

    @Override
    void unguard(JdbcTemplate sql) {
        sql.execute("pragma foreign_keys = off");
        sql.execute("pragma synchronous = off");
    }
}
