package org.muniment.batch.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.MasterKeys;
import org.muniment.batch.Destroying;
import org.muniment.batch.TestArchive;

/** Backups are made while mail comes in, and brought back. */
class BackupTest extends BackedUpArchive {
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
