package org.muniment.batch.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.batch.Destroying;
import org.muniment.batch.Rooms;
import org.muniment.batch.expire.Remains;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.reindex.Reindex;

/** What a check says of items that were destroyed, and how the index follows. */
class DestroyedItemsTest {
    private static final Custody CLERK = new Custody.One(new Custodian("clerk@x.example"));

    @TempDir
    private Path folder;

    private Archive archive;

    @BeforeEach
    void takeIn() throws IOException {
        for (int i = 0; i < 5; i++) {
            SampleArchive.write(folder.resolve("mail"), i, SampleArchive.message(i));
        }
        archive = Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), Clock.systemUTC());
        SampleArchive.ingest(archive, folder.resolve("mail"), CLERK);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Reindex reindex() {
        return new Reindex(Rooms.of(archive));
    }

    private List<ItemId> indexed() {
        return archive.index().items().toList();
    }

    private List<ItemId> registered() {
        return archive.items().all().map(row -> row.item().id()).sorted().toList();
    }

    private ItemDocument document(int number) {
        RegisteredItem row = archive.items().find(SampleArchive.id(number)).orElseThrow();
        return new ItemDocument(
                new StoredItems(archive.objects(), archive.reader(), archive.spool()).read(row),
                archive.items().collections(row.item().id()));
    }

    private void put(int number) {
        archive.objects()
                .put(new ByteArrayInputStream(SampleArchive.message(number).getBytes(StandardCharsets.UTF_8)));
        archive.objects().sync();
    }

    @Test
    void anIndexThatHasNotHeardOfADestructionIsBehindAndNotAtFault() {
        Destroying.destroy(archive, "P1", List.of(SampleArchive.id(1), SampleArchive.id(3)));
        Verification behind = SampleArchive.verify(archive);
        assertThat(behind.faults()).isEmpty();
        assertThat(behind.behind()).isEqualTo(2);
        assertThat(behind.destroyed()).isEqualTo(2);
        assertThat(indexed()).hasSize(5);
        assertThat(archive.lag()).isEqualTo(2);
        reindex().catchUp();
        assertThat(indexed()).isEqualTo(registered()).hasSize(3);
        assertThat(archive.lag()).isZero();
        assertThat(SampleArchive.verify(archive).behind()).isZero();
    }

    @Test
    void destroyedAndCollectedAgainBeforeTheIndexHeardOfEitherTheItemIsFound() {
        Destroying.destroy(archive, "P1", List.of(SampleArchive.id(1), SampleArchive.id(3)));
        SampleArchive.ingest(archive, folder.resolve("mail"), CLERK);
        Destroying.destroy(archive, "P2", List.of(SampleArchive.id(3)));
        reindex().catchUp();
        assertThat(indexed()).isEqualTo(registered()).hasSize(4).contains(SampleArchive.id(1));
        assertThat(SampleArchive.faults(archive)).isEmpty();
        reindex().rebuild();
        assertThat(indexed()).isEqualTo(registered());
        assertThat(SampleArchive.verify(archive).destroyed()).isEqualTo(3);
    }

    @Test
    void anIndexThatShouldHaveHeardOfTheDestructionIsAtFault() {
        ItemDocument document = document(2);
        Destroying.destroy(archive, "P1", List.of(SampleArchive.id(2)));
        reindex().catchUp();
        archive.index().put(List.of(document));
        archive.index().commit(archive.items().latestRevision());
        assertThat(SampleArchive.faults(archive))
                .containsExactly("index: has the item " + SampleArchive.id(2)
                        + ", the catalogue has not; run: muniment reindex");
    }

    @Test
    void bytesOfADestroyedItemThatAreBackAreAFaultUntilTheyAreSwept() {
        Destroying.destroy(archive, "P1", List.of(SampleArchive.id(2)));
        put(2);
        put(99);
        Verification found = SampleArchive.verify(archive);
        assertThat(SampleArchive.named(found))
                .containsExactly("item " + SampleArchive.id(2)
                        + ": was destroyed and its bytes are still there; run: muniment purge execute --sweep");
        assertThat(found.unregistered()).isEqualTo(1);
        assertThat(new Remains(archive).sweep()).isEqualTo(new Remains.Swept(1, List.of()));
        Verification swept = SampleArchive.verify(archive);
        assertThat(swept.faults()).isEmpty();
        assertThat(swept.unregistered()).isEqualTo(1);
        assertThat(swept.items()).isEqualTo(4);
        put(2);
        SampleArchive.ingest(archive, folder.resolve("mail"), CLERK);
        assertThat(new Remains(archive).sweep().objects()).isZero();
        assertThat(SampleArchive.verify(archive).items()).isEqualTo(5);
    }

    @Test
    void aSampleOfItemsIsCleanToo() {
        Destroying.destroy(archive, "P1", List.of(SampleArchive.id(2)));
        assertThat(new FixityCheck(archive, done -> {})
                        .run(OptionalInt.of(3), List.of())
                        .faults())
                .isEmpty();
    }
}
