package org.muniment.batch.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** Holds come into force while mail is taken in through another connection, as by another process, into one SQLite file. */
@Tag("slow")
class PlacingWhileIngestingTest {
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final int MAILS = 10_000;

    @TempDir
    private Path folder;

    @Test
    void aHoldDoesNotWaitForAnIngestToEnd() throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        for (int i = 0; i < MAILS; i++) {
            Files.writeString(
                    mail.resolve(i + ".eml"),
                    "Message-ID: <" + i + "@district.example>\nSubject: Number " + i + "\n\nThe budget of " + i + "\n");
        }
        List<Long> millis = new ArrayList<>();
        try (Archive taking = Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), Clock.systemUTC());
                Archive office = Archive.decide(folder.resolve("archive"), Clock.systemUTC())) {
            String matter = Objects.requireNonNull(office.catalogue()
                            .transactions()
                            .execute(status -> office.holds().open("Doe", ORTIZ, Instant.EPOCH)))
                    .id();
            CompletableFuture<Void> ingest = CompletableFuture.runAsync(() -> new Ingest(Rooms.of(taking))
                    .run(
                            new IngestRequest(
                                    mail, SourceType.AUTO, new Custody.One(new Custodian("ann@district.example"))),
                            Progress.NONE));
            while (!ingest.isDone()) {
                millis.add(place(office, matter));
                pause();
            }
            ingest.join();
            assertThat(office.holds().all()).hasSize(millis.size());
        }
        millis.sort(null);
        System.out.printf(
                Locale.US,
                "PlacingWhileIngestingTest: %d holds placed, median %d ms, 99 of 100 within %d ms, slowest %d ms%n",
                millis.size(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.getLast());
        assertThat(millis.get(millis.size() * 99 / 100)).isLessThan(5_000);
    }

    private static long place(Archive office, String matter) {
        long start = System.nanoTime();
        HoldScope scope = new HoldScope(Set.of(new Custodian("bob@district.example")), null, null, null);
        office.catalogue()
                .transactions()
                .executeWithoutResult(status -> office.holds()
                        .place(
                                matter,
                                HoldKind.AUDIT,
                                scope,
                                ORTIZ,
                                office.clock().instant()));
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
