package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who has the writers' turn learns that somebody waits for it. */
abstract class AwaitedContract {
    @TempDir
    Path folder;

    private Catalogue catalogue;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void open() {
        catalogue = open(folder);
        new JdbcTemplate(catalogue.writer()).execute("create table counter (number integer not null)");
        new JdbcTemplate(catalogue.writer()).update("insert into counter values (0)");
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private void count() {
        new JdbcTemplate(catalogue.writer()).update("update counter set number = number + 1");
    }

    @Test
    @Timeout(60)
    void whoWaitsIsSeenAndWhoDoesNotIsNot() throws InterruptedException {
        Thread[] person = new Thread[1];
        catalogue.transactions().executeWithoutResult(status -> {
            count();
            assertThat(catalogue.isAwaited()).isFalse();
            person[0] =
                    Thread.ofPlatform().start(() -> catalogue.transactions().executeWithoutResult(theirs -> count()));
            while (!catalogue.isAwaited()) {
                LockSupport.parkNanos(1_000_000);
            }
        });
        person[0].join();
        catalogue.transactions().executeWithoutResult(status -> {
            count();
            assertThat(catalogue.isAwaited()).isFalse();
        });
        assertThat(new JdbcTemplate(catalogue.reader()).queryForObject("select number from counter", Integer.class))
                .isEqualTo(3);
    }
}
