package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class WriteAheadLogTest {
    private static final long MEGABYTES = 80;

    @Test
    void aLongLogIsCopiedAndCutWhileTheCatalogueIsInUse(@TempDir Path folder) throws InterruptedException {
        Path file = folder.resolve("catalogue.db");
        try (Catalogue catalogue = Catalogue.sqlite(file)) {
            JdbcTemplate sql = new JdbcTemplate(catalogue.writer());
            sql.execute("create table page (bytes blob not null)");
            for (int i = 0; i < MEGABYTES; i++) {
                sql.update("insert into page select randomblob(1 << 20)");
            }
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (log(file) > 0 && System.nanoTime() < until) {
                Thread.sleep(50);
            }
            assertThat(log(file)).isZero();
            assertThat(file.toFile().length()).isGreaterThan(MEGABYTES << 20);
            assertThat(new JdbcTemplate(catalogue.reader()).queryForObject("select count(*) from page", Long.class))
                    .isEqualTo(MEGABYTES);
        }
    }

    private static long log(Path file) {
        return file.resolveSibling("catalogue.db-wal").toFile().length();
    }
}
