package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class JointChangesTest {
    private static final int MANY = 30;

    @TempDir
    Path folder;

    private Catalogue catalogue;
    private JdbcTemplate writer;

    @BeforeEach
    void open() {
        catalogue = Catalogue.sqlite(folder.resolve("catalogue.db"));
        writer = new JdbcTemplate(catalogue.writer());
        writer.execute("create table note (text text not null unique)");
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private void note(String text) {
        writer.update("insert into note values (?)", text);
    }

    private List<String> notes() {
        return new JdbcTemplate(catalogue.reader()).queryForList("select text from note order by text", String.class);
    }

    @Test
    void whoWaitsForTheWritersTurnIsWrittenWithAllWhoWaitAndFailsAlone() throws InterruptedException {
        Set<Thread> writers = ConcurrentHashMap.newKeySet();
        List<RuntimeException> failed = new CopyOnWriteArrayList<>();
        List<Thread> people = new ArrayList<>();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Thread job = Thread.ofPlatform()
                .start(() -> catalogue.transactions().executeWithoutResult(status -> {
                    note("job");
                    busy.countDown();
                    await(free);
                }));
        busy.await();
        for (int i = 0; i < MANY; i++) {
            String text = i == MANY / 2 ? "job" : "person " + i;
            people.add(Thread.ofPlatform().start(() -> {
                try {
                    catalogue.together(() -> {
                        writers.add(Thread.currentThread());
                        note(text);
                    });
                } catch (DataAccessException thereAlready) {
                    failed.add(thereAlready);
                }
            }));
        }
        while (people.stream()
                .anyMatch(one ->
                        one.getState() != Thread.State.WAITING && one.getState() != Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }
        free.countDown();
        job.join();
        for (Thread one : people) {
            one.join();
        }
        assertThat(notes()).hasSize(MANY);
        assertThat(failed).hasSize(1);
        assertThat(writers)
                .as("one for those before what fails, one for those after")
                .hasSizeBetween(1, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void withinATransactionItIsAPartOfIt() {
        catalogue.transactions().executeWithoutResult(status -> {
            catalogue.together(() -> note("never"));
            status.setRollbackOnly();
        });
        assertThat(notes()).isEmpty();
    }
}
