package org.muniment.batch.fixity;

import java.nio.file.Path;
import org.muniment.archive.ArchiveSettings;
import org.muniment.batch.TestArchive;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresqlRegisterDamageTest extends RegisterDamageContract {
    @Override
    ArchiveSettings settings(Path folder) {
        return ArchiveSettings.embedded(folder).withCatalogue(TestArchive.postgresqlAddress());
    }

    @Override
    void unguard(JdbcTemplate sql) {
        sql.execute("alter table collection drop constraint collection_item_fkey");
        sql.execute("alter table rejection drop constraint rejection_run_fkey");
        sql.execute("alter table run_start drop constraint run_start_run_fkey");
        sql.execute("alter table classification drop constraint if exists classification_item_fkey");
    }
}
