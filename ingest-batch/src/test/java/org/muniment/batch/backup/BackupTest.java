package org.muniment.batch.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.MasterKeys;
import org.muniment.batch.Child;
import org.muniment.batch.Destroying;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestArchive;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.IngestRequest.Custody;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** Backups are made while mail comes in, killed, gone on with, and brought back. */
class BackupTest {
    @TempDir
    private Path folder;

    private Path home() {
        return folder.resolve("archive");
    }

    private Path target() {
        return folder.resolve("backup");
    }

    private Path restored() {
        return folder.resolve("restored");
    }

    private void mail(String name, int from, int to) throws IOException {
        StringBuilder mbox = new StringBuilder();
        for (int n = from; n < to; n++) {
            mbox.append("From clerk@district.example Mon Mar  2 09:30:00 2026\nMessage-ID: <")
                    .append(n)
                    .append("@district.example>\nSubject: Number ")
                    .append(n)
                    .append("\n\nBudget of the year ")
                    .append(n)
                    .append("\n\n");
        }
        Files.writeString(folder.resolve(name), mbox);
    }

    private void ingest(Archive archive, String name) {
        new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(
                                folder.resolve(name),
                                SourceType.AUTO,
                                new Custody.One(new Custodian("clerk@district.example"))),
                        Progress.NONE);
    }

    private void create(ArchiveSettings settings, int items) throws IOException {
        mail("first.mbox", 0, items);
        try (Archive archive = Archive.create(settings, Clock.systemUTC())) {
            ingest(archive, "first.mbox");
        }
    }

    private Backup.Done backUp() {
        try (Archive archive = Archive.decide(home(), Clock.systemUTC())) {
            return new Backup(archive, target(), true, true, copied -> {}).run();
        }
    }

    private Restored restore(@Nullable String catalogue, @Nullable Path master, Checkpoint... later) {
        return new Restoration(
                        new RestoreRequest(
                                target(), restored(), null, catalogue, null, master, List.of(later), List.of()),
                        Clock.systemUTC(),
                        done -> {})
                .run();
    }

    private static List<Hits.Hit> everything(Path archive) {
        try (Archive opened = Archive.read(archive, Clock.systemUTC())) {
            return opened.index()
                    .search(new Search(new ItemQuery.All(), 5_000, Optional.empty(), Search.Order.NEWEST_FIRST))
                    .page();
        }
    }

    @Test
    void whatIsBackedUpWhileMailComesInIsRestoredWhole() throws Exception {
        create(ArchiveSettings.embedded(home()), 300);
        mail("second.mbox", 300, 1100);
        Backup.Done during;
        try (Archive writing = Archive.write(home(), Clock.systemUTC());
                var threads = Executors.newSingleThreadExecutor()) {
            Future<?> ingest = threads.submit(() -> ingest(writing, "second.mbox"));
            during = backUp();
            ingest.get();
        }
        assertThat(during.record().faults()).isEmpty();
        assertThat(during.record().objects()).isBetween(300L, 1100L);

        Backup.Done after = backUp();
        assertThat(after.record().objects()).isEqualTo(1100);
        assertThat(after.copied()).isEqualTo(1100 - during.record().objects());

        Restored back = restore(null, null);
        assertThat(back.verification().faults()).isEmpty();
        assertThat(back.isClean()).isTrue();
        assertThat(back.verification().items()).isEqualTo(1100);
        assertThat(everything(restored())).isEqualTo(everything(home())).hasSize(1100);
    }

    @Test
    @Tag("slow")
    void aKilledBackupGoesOnWithWhatIsMissingAndTheCopyBeforeStaysWhole() throws Exception {
        long seed = System.nanoTime();
        System.out.println("killed backup seed " + seed);
        Random random = new Random(seed);
        create(ArchiveSettings.embedded(home()), 300);
        backUp();
        mail("second.mbox", 300, 1500);
        try (Archive archive = Archive.write(home(), Clock.systemUTC())) {
            ingest(archive, "second.mbox");
        }
        int killed = 0;
        for (int round = 0; round < 2; round++) {
            killed += kill(random) ? 1 : 0;
            assertThat(new BackupFolder(target()).record()).isPresent();
        }
        assertThat(killed).isPositive();

        Backup.Done done = backUp();
        assertThat(done.record().objects()).isEqualTo(1500);
        assertThat(target().resolve("next")).doesNotExist();
        assertThat(sha256sum()).isZero();
        assertThat(restore(null, null).isClean()).isTrue();
        assertThat(everything(restored())).isEqualTo(everything(home()));
    }

    private boolean kill(Random random) throws Exception {
        Process process = Child.start(256, BackupTest.class, home().toString(), target().toString());
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().filter(line -> line.startsWith("copied ")).findFirst();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
            boolean alive = process.isAlive();
            process.destroyForcibly().waitFor();
            return alive;
        }
    }

    /** What the process that is killed does. */
    public static void main(String... arguments) {
        try (Archive archive = Archive.decide(Path.of(arguments[0]), Clock.systemUTC())) {
            System.out.println("copied 0");
            new Backup(archive, Path.of(arguments[1]), true, true, copied -> System.out.println("copied " + copied))
                    .run();
        }
    }

    private int sha256sum() throws Exception {
        return new ProcessBuilder("sha256sum", "--quiet", "--strict", "-c", "current/manifest.sha256")
                .directory(target().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void anyToolProvesABackupAndWhatWasChangedIsNamed() throws Exception {
        create(ArchiveSettings.embedded(home()), 30);
        Files.createDirectories(home().resolve("letters"));
        Files.writeString(home().resolve("letters/denial.html"), "<p>Dear Sir</p>");
        backUp();
        assertThat(sha256sum()).isZero();
        Digest object;
        try (Archive archive = Archive.read(home(), Clock.systemUTC());
                var all = archive.objects().list()) {
            object = all.findFirst().orElseThrow();
        }
        Path copy = new BackupFolder(target()).object(object);
        Files.delete(copy);
        Files.writeString(copy, "changed");
        assertThat(sha256sum()).isNotZero();

        Restored back = restore(null, null);
        assertThat(back.isClean()).isFalse();
        assertThat(back.missing()).singleElement().asString().contains(object.hex());
        assertThat(restored().resolve("letters/denial.html")).hasContent("<p>Dear Sir</p>");

        Files.writeString(target().resolve("current/files/letters/denial.html"), "<p>Dear Madam</p>");
        assertThatExceptionOfType(ArchiveRefused.class)
                .isThrownBy(() -> restore(null, null))
                .withMessageContaining("letters/denial.html was changed");
    }

    @Test
    void aDamagedObjectOfTheArchiveIsNamedAndTheOthersAreCopied() throws Exception {
        create(ArchiveSettings.embedded(home()), 30);
        Digest object;
        try (Archive archive = Archive.read(home(), Clock.systemUTC());
                var all = archive.objects().list()) {
            object = all.findFirst().orElseThrow();
        }
        Path file = home().resolve("objects/sha256/" + object.hex().substring(0, 2) + "/" + object.hex());
        Files.delete(file);
        Files.write(file, "changed".getBytes(StandardCharsets.UTF_8));

        Backup.Done done = backUp();
        assertThat(done.isClean()).isFalse();
        assertThat(done.record().faults()).singleElement().asString().contains(object.hex());
        assertThat(done.copied()).isEqualTo(29);
    }

    @Test
    void whatIsDestroyedMeanwhileOrSinceIsNotInTheBackup() throws Exception {
        create(ArchiveSettings.embedded(home()), 600);
        List<Digest> all;
        try (Archive archive = Archive.write(home(), Clock.systemUTC())) {
            try (var digests = archive.objects().list()) {
                all = digests.toList();
            }
            AtomicBoolean first = new AtomicBoolean(true);
            Backup.Done done = new Backup(archive, target(), true, true, copied -> {
                        if (first.getAndSet(false)) {
                            Destroying.destroy(
                                    archive, "P1", List.of(ItemId.of(all.getFirst()), ItemId.of(all.getLast())));
                        }
                    })
                    .run();
            assertThat(done.isClean()).isTrue();
            assertThat(done.record().objects()).isEqualTo(598);
            assertThat(done.removed()).isEqualTo(1);

            Destroying.destroy(archive, "P2", List.of(ItemId.of(all.get(7))));
            assertThat(new Backup(archive, target(), true, true, copied -> {})
                            .run()
                            .removed())
                    .isEqualTo(1);
        }
        BackupFolder backup = new BackupFolder(target());
        assertThat(List.of(all.getFirst(), all.getLast(), all.get(7)))
                .allSatisfy(gone -> assertThat(backup.object(gone)).doesNotExist());
        assertThat(restore(null, null).isClean()).isTrue();
    }

    @Test
    void theKeyIsItsOwnersAndCanBeLeftOut() throws Exception {
        create(ArchiveSettings.embedded(home()), 3);
        backUp();
        Path key = target().resolve("current/files/ledger.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        try (Archive archive = Archive.decide(home(), Clock.systemUTC())) {
            new Backup(archive, target(), false, true, copied -> {}).run();
        }
        assertThat(key).doesNotExist();
        assertThatExceptionOfType(ArchiveRefused.class)
                .isThrownBy(() -> restore(null, null))
                .withMessageContaining("--ledger-key");
        Restored back = new Restoration(
                        new RestoreRequest(
                                target(),
                                restored(),
                                null,
                                null,
                                home().resolve("ledger.key"),
                                null,
                                List.of(),
                                List.of()),
                        Clock.systemUTC(),
                        done -> {})
                .run();
        assertThat(back.isClean()).isTrue();
    }

    @Test
    void anotherArchiveOrAnOlderStateDoesNotTakeTheFolder() throws Exception {
        create(ArchiveSettings.embedded(home()), 3);
        backUp();
        restore(null, null);
        mail("second.mbox", 3, 6);
        try (Archive archive = Archive.write(home(), Clock.systemUTC())) {
            ingest(archive, "second.mbox");
        }
        backUp();
        try (Archive older = Archive.decide(restored(), Clock.systemUTC())) {
            assertThatExceptionOfType(ArchiveRefused.class)
                    .isThrownBy(() -> new Backup(older, target(), true, true, copied -> {}).run())
                    .withMessageContaining("later state");
        }
        Path other = folder.resolve("other");
        Archive.create(ArchiveSettings.embedded(other), Clock.systemUTC()).close();
        try (Archive another = Archive.decide(other, Clock.systemUTC())) {
            assertThatExceptionOfType(ArchiveRefused.class)
                    .isThrownBy(() -> new Backup(another, target(), true, true, copied -> {}).run())
                    .withMessageContaining("another folder");
            assertThatExceptionOfType(ArchiveRefused.class)
                    .isThrownBy(() -> new Backup(another, other.resolve("inside"), true, true, copied -> {}).run())
                    .withMessageContaining("outside");
            assertThatExceptionOfType(ArchiveRefused.class)
                    .isThrownBy(() -> new Backup(another, folder.resolve("x"), true, false, copied -> {}).run())
                    .withMessageContaining("must be copied");
        }
    }

    @Test
    void aBackupThatIsOlderThanAKnownCheckpointIsNotCalledClean() throws Exception {
        create(ArchiveSettings.embedded(home()), 3);
        backUp();
        mail("second.mbox", 3, 6);
        Checkpoint later;
        try (Archive archive = Archive.write(home(), Clock.systemUTC())) {
            ingest(archive, "second.mbox");
            later = archive.ledger().checkpoint();
        }
        Restored back = restore(null, null, later);
        assertThat(back.lost()).isPositive();
        assertThat(back.isClean()).isFalse();
        assertThat(back.verification().faults()).isEmpty();
    }

    @Test
    void encryptedObjectsStayEncryptedInABackupAndPlainOnesCanBeEncryptedOnTheWayBack() throws Exception {
        create(ArchiveSettings.embedded(home()), 20);
        backUp();
        Path master = folder.resolve("keys/master.key");
        MasterKeys.create(master);
        Restored back = restore(null, master);
        assertThat(back.verification().faults()).isEmpty();
        assertThat(everything(restored())).isEqualTo(everything(home()));
        assertThat(ArchiveSettings.read(restored()).masterKey()).isEqualTo(master.toString());

        Path second = folder.resolve("second backup");
        Path again = folder.resolve("again");
        try (Archive archive = Archive.decide(restored(), Clock.systemUTC())) {
            assertThat(archive.encryption()).isPresent();
            new Backup(archive, second, true, true, copied -> {}).run();
        }
        Restored twice = new Restoration(
                        new RestoreRequest(second, again, null, null, null, null, List.of(), List.of()),
                        Clock.systemUTC(),
                        done -> {})
                .run();
        assertThat(twice.isClean()).isTrue();
        assertThat(everything(again)).isEqualTo(everything(home()));
    }

    @Test
    void aCatalogueOnPostgresqlIsBackedUpAndMovesToSqliteAndBack() throws Exception {
        create(
                ArchiveSettings.embedded(home()).withCatalogue(TestArchive.postgresqlAddress() + "&password=postgres"),
                20);
        backUp();
        assertThat(sha256sum()).isZero();
        Restored back = restore(TestArchive.postgresqlAddress() + "&password=postgres", null);
        assertThat(back.verification().faults()).isEmpty();
        assertThat(everything(restored())).isEqualTo(everything(home()));

        Restored embedded = new Restoration(
                        new RestoreRequest(
                                target(),
                                folder.resolve("embedded"),
                                null,
                                ArchiveSettings.SQLITE,
                                null,
                                null,
                                List.of(),
                                List.of()),
                        Clock.systemUTC(),
                        done -> {})
                .run();
        assertThat(embedded.verification().faults()).isEmpty();
        assertThat(embedded.isClean()).isTrue();
    }
}
