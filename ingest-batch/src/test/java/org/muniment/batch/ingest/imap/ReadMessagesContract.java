package org.muniment.batch.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of messages that were read, on every database. */
abstract class ReadMessagesContract {
    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private ReadMessages register;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openCatalogue() {
        catalogue = open(folder);
        register = new ReadMessages(catalogue.writer(), catalogue.reader());
    }

    @AfterEach
    void closeCatalogue() {
        catalogue.close();
    }

    private void add(long validity, Long... uids) {
        catalogue
                .transactions()
                .executeWithoutResult(status -> register.add("account", "INBOX", validity, List.of(uids)));
    }

    private long rows() {
        Long rows = new JdbcTemplate(catalogue.reader()).queryForObject("select count(*) from mail_read", Long.class);
        return rows == null ? 0 : rows;
    }

    @Test
    void neighboursAreOneRange() {
        add(17, 1L, 2L, 3L);
        add(17, 4L, 5L);
        add(17, 9L);
        add(17, 6L);
        assertThat(rows()).isEqualTo(2);
        UidRanges read = register.of("account", "INBOX", 17);
        assertThat(LongStream.rangeClosed(1, 12).filter(read::holds)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 9L);
    }

    @Test
    void aUidUnderAnotherUidvalidityFolderOrAccountIsAnotherMessage() {
        add(17, 1L);
        assertThat(register.of("account", "INBOX", 18).holds(1)).isFalse();
        assertThat(register.of("account", "Sent", 17).holds(1)).isFalse();
        assertThat(register.of("other", "INBOX", 17).holds(1)).isFalse();
    }

    @Test
    void whateverTheOrderExactlyWhatWasReadIsKnown() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        TreeSet<Long> all = new TreeSet<>();
        for (int load = 0; load < 30; load++) {
            Long[] some = random.longs(1 + random.nextInt(8), 1, 120).boxed().toArray(Long[]::new);
            all.addAll(List.of(some));
            add(17, some);
        }
        UidRanges read = register.of("account", "INBOX", 17);
        assertThat(LongStream.rangeClosed(0, 130).filter(read::holds).boxed()).containsExactlyElementsOf(all);
    }
}
