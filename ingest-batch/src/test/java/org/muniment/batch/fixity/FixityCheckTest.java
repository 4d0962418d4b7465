package org.muniment.batch.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.store.Digest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.springframework.util.FileSystemUtils;

/** Whatever is changed in an archive's folder behind its back is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixityCheckTest {
    @TempDir
    private Path folder;

    private Path home;

    @BeforeAll
    void createArchive(@TempDir Path all) throws IOException {
        home = all.resolve("archive");
        SampleArchive.create(ArchiveSettings.embedded(home)).close();
        assertThat(faults()).isEmpty();
    }

    @AfterEach
    void allWasPutBack() {
        assertThat(faults()).as("all was put back").isEmpty();
    }

    private List<String> faults() {
        try (Archive archive = Archive.read(home, Clock.systemUTC())) {
            return SampleArchive.faults(archive);
        }
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        FileSystemUtils.copyRecursively(home, copy);
        return copy;
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> tree = Files.walk(in)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.write(file, bytes);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    @Test
    void aDamagedObjectIsNamed() throws IOException {
        Random random = SampleArchive.random("aDamagedObjectIsNamed");
        List<Path> objects = files(home.resolve("objects/sha256"));
        assertThat(objects).hasSize(SampleArchive.ITEMS);
        try (Archive archive = Archive.read(home, Clock.systemUTC())) {
            for (int i = 0; i < 10; i++) {
                damageOne(archive, objects.get(random.nextInt(objects.size())), random);
            }
        }
    }

    private static void damageOne(Archive archive, Path file, Random random) throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (byte[] bad : List.of(
                SampleArchive.flipped(good, random),
                Arrays.copyOf(good, random.nextInt(good.length)),
                Arrays.copyOf(good, good.length + 1))) {
            write(file, bad);
            assertThat(SampleArchive.faults(archive))
                    .singleElement()
                    .asString()
                    .startsWith("object " + name(file) + ":");
        }
        write(file, good);
    }

    @Test
    void aMissingObjectAndTwoThatWereSwappedAreNamed() throws IOException {
        Random random = SampleArchive.random("aMissingObjectAndTwoThatWereSwappedAreNamed");
        List<Path> objects = files(home.resolve("objects/sha256"));
        Path one = objects.get(random.nextInt(30));
        Path other = objects.get(30 + random.nextInt(20));
        byte[] first = Files.readAllBytes(one);
        byte[] second = Files.readAllBytes(other);
        write(one, second);
        write(other, first);
        assertThat(faults())
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("object " + name(one)))
                .anyMatch(fault -> fault.startsWith("object " + name(other)));
        Files.delete(one);
        write(other, second);
        assertThat(faults()).singleElement().asString().startsWith("object " + name(one) + ": Object");
        Files.write(one, first);
    }

    @Test
    void anObjectThatBelongsToNoItemIsCountedAndNoFault() {
        try (Archive archive = Archive.write(home, Clock.systemUTC())) {
            Digest left = archive.objects().put(new ByteArrayInputStream(new byte[9]));
            Verification found = SampleArchive.verify(archive);
            assertThat(found.faults()).isEmpty();
            assertThat(found.unregistered()).isEqualTo(1);
            archive.objects().destroy(left);
        }
    }

    @Test
    void aFlippedBitInAnyFileOfTheIndexSaysToReindex() throws IOException {
        Random random = SampleArchive.random("aFlippedBitInAnyFileOfTheIndexSaysToReindex");
        for (Path file : files(home.resolve("index"))) {
            byte[] good = Files.readAllBytes(file);
            if (good.length > 0) {
                write(file, SampleArchive.flipped(good, random));
                assertIndexFault();
                write(file, Arrays.copyOf(good, random.nextInt(good.length)));
                assertIndexFault();
                write(file, good);
            }
        }
    }

    private void assertIndexFault() {
        assertThat(faults())
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith("index: ") && fault.endsWith("run: muniment reindex"));
    }

    @Test
    void anIndexThatIsGoneSaysToReindex() throws IOException {
        Path aside = folder.resolve("aside");
        Files.move(home.resolve("index"), aside);
        assertIndexFault();
        FileSystemUtils.deleteRecursively(home.resolve("index"));
        Files.move(aside, home.resolve("index"));
    }

    @Test
    void anIndexWithOtherItemsIsFoundAlthoughTheirNumberIsRight() {
        try (Archive archive = Archive.write(home, Clock.systemUTC())) {
            long through = archive.index().through();
            RegisteredItem item = archive.items().all().skip(9).findFirst().orElseThrow();
            ItemId id = item.item().id();
            ItemId stranger = new ItemId(Digest.of(new byte[9]).hex().substring(0, ItemId.LENGTH));
            archive.index().remove(List.of(id));
            archive.index().put(List.of(document(archive, item, stranger)));
            archive.index().commit(through);
            assertThat(archive.index().size()).isEqualTo(SampleArchive.ITEMS);
            assertThat(SampleArchive.faults(archive))
                    .containsExactlyInAnyOrder(
                            "index: does not have the item " + id + "; run: muniment reindex",
                            "index: has the item " + stranger + ", the catalogue has not; run: muniment reindex");
            archive.index().remove(List.of(stranger));
            archive.index().put(List.of(document(archive, item, id)));
            archive.index().commit(through);
        }
    }

    private static ItemDocument document(Archive archive, RegisteredItem registered, ItemId as) {
        Item item = registered.item();
        Item renamed = new Item(
                as,
                as.equals(item.id()) ? item.digest() : Digest.of(new byte[9]),
                item.size(),
                item.kind(),
                item.dates(),
                item.people(),
                item.subject(),
                item.threading(),
                item.attachments(),
                item.coverage(),
                item.duplicateGroup());
        return new ItemDocument(
                new Parsed(renamed, ItemText.NONE), archive.items().collections(item.id()));
    }

    @Test
    void anIndexThatIsBehindIsNoFaultAndSaysHowFar() {
        try (Archive archive = Archive.write(home, Clock.systemUTC())) {
            long through = archive.index().through();
            List<ItemDocument> last = archive.items().changesAfter(through - 5, 9).stream()
                    .map(item -> document(archive, item, item.item().id()))
                    .toList();
            assertThat(last).isNotEmpty();
            archive.index()
                    .remove(last.stream().map(one -> one.reading().item().id()).toList());
            archive.index().commit(through - 5);
            Verification found = SampleArchive.verify(archive);
            assertThat(found.faults()).isEmpty();
            assertThat(found.behind()).isEqualTo(5);
            archive.index().put(last);
            archive.index().commit(through);
        }
    }

    @Test
    void anEndCutOffWithItsCheckpointsIsFoundByACheckpointKeptElsewhere() throws IOException {
        Path longer = copy();
        SampleArchive.write(folder.resolve("more"), 1, SampleArchive.message(100));
        Checkpoint kept;
        try (Archive archive = Archive.write(longer, Clock.systemUTC())) {
            SampleArchive.ingest(archive, folder.resolve("more"), new Custody.One(new Custodian("ann@x.example")));
            kept = archive.ledger().latestCheckpoint().orElseThrow();
            assertThat(new FixityCheck(archive, done -> {})
                            .run(OptionalInt.empty(), List.of(kept))
                            .faults())
                    .isEmpty();
        }
        for (OptionalInt sample : List.of(OptionalInt.empty(), OptionalInt.of(3))) {
            try (Archive archive = Archive.read(home, Clock.systemUTC())) {
                Verification found = new FixityCheck(archive, done -> {}).run(sample, List.of(kept));
                assertThat(SampleArchive.named(found))
                        .singleElement()
                        .asString()
                        .startsWith("ledger checkpoint " + kept.size() + " kept elsewhere: covers that many entries");
            }
        }
    }

    @Test
    void anotherOriginInTheSettingsIsNamed() throws IOException {
        Path settings = home.resolve("archive.properties");
        String good = Files.readString(settings);
        Files.writeString(settings, good.replace("origin=muniment", "origin=monument"));
        assertThat(faults()).singleElement().asString().startsWith("archive.properties: names the ledger 'monument");
        Files.writeString(settings, good);
    }

    @Test
    void aSampleLooksAtSomeItemsAndEntries() throws IOException {
        try (Archive archive = Archive.read(home, Clock.systemUTC())) {
            Verification some = new FixityCheck(archive, done -> {}).run(OptionalInt.of(7), List.of());
            assertThat(some.faults()).isEmpty();
            assertThat(some.items()).isEqualTo(7);
            assertThat(some.entries()).isEqualTo(7);
            assertThat(some.bytes()).isPositive();
            Path object = files(home.resolve("objects/sha256")).get(20);
            byte[] good = Files.readAllBytes(object);
            write(object, new byte[3]);
            Verification all = new FixityCheck(archive, done -> {}).run(OptionalInt.of(1000), List.of());
            assertThat(all.items()).isEqualTo(SampleArchive.ITEMS);
            assertThat(SampleArchive.named(all)).singleElement().asString().startsWith("object " + name(object));
            write(object, good);
        }
    }

    @Test
    void anEmptyArchiveIsCleanInWholeAndInSample() {
        try (Archive empty = Archive.create(ArchiveSettings.embedded(folder.resolve("empty")), Clock.systemUTC())) {
            for (OptionalInt sample : List.of(OptionalInt.empty(), OptionalInt.of(5))) {
                Verification found = new FixityCheck(empty, done -> {}).run(sample, List.of());
                assertThat(found.faults()).isEmpty();
                assertThat(found.items()).isZero();
                assertThat(found.entries()).isEqualTo(1);
                assertThat(found.checkpoints()).isEqualTo(1);
            }
        }
    }

    @Test
    void anIngestUnderWayIsNoFault() throws Exception {
        for (int i = 0; i < 1500; i++) {
            SampleArchive.write(folder.resolve("more"), i, SampleArchive.message(1000 + i % 1200));
        }
        try (Archive archive = Archive.write(copy(), Clock.systemUTC())) {
            Thread ingest = Thread.ofPlatform()
                    .start(() -> SampleArchive.ingest(
                            archive, folder.resolve("more"), new Custody.One(new Custodian("ann@x.example"))));
            int checks = 0;
            while (ingest.isAlive()) {
                assertThat(SampleArchive.faults(archive)).isEmpty();
                checks++;
            }
            assertThat(checks).isPositive();
            ingest.join();
            assertThat(archive.items().holdings().items()).isEqualTo(SampleArchive.ITEMS + 1200);
        }
    }
}
