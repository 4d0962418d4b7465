package org.muniment.batch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Catalogue;
import org.muniment.archive.StoredObjects;
import org.muniment.archive.disposition.certificate.CertifiedItems;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.MasterKeys;
import org.muniment.archive.store.ObjectStore;
import org.muniment.batch.Rooms;
import org.muniment.batch.fixity.FixityCheck;
import org.muniment.batch.fixity.Verification;
import org.muniment.batch.reindex.Reindex;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes an archive of a backup, on a machine that has nothing of it: files, catalogue, objects, then the settings, which make
 * it an archive, the index anew, and a check of all. Interrupted, it is started again. Used once.
 */
public final class Restoration {
    private static final int BATCH = 500;
    /** Says that what is in a folder was left by a restore. */
    private static final String UNDER_WAY = "restoring";

    private final RestoreRequest request;
    private final BackupFolder folder;
    private final Clock clock;
    private final LongConsumer progress;

    /** @param progress is told how many objects are back */
    public Restoration(RestoreRequest request, Clock clock, LongConsumer progress) {
        this.request = request;
        this.folder = new BackupFolder(request.backup());
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Runs it.
     *
     * @throws ArchiveRefused when there is no finished backup, its catalogue or its files were changed, it is of a newer
     *     program, a key is missing, or the new archive's folder or database holds something
     */
    public Restored run() {
        BackupRecord record = folder.record()
                .orElseThrow(() -> new ArchiveRefused("There is no finished backup in " + request.backup()));
        Path copy = folder.finished().orElseThrow();
        try {
            refuse(record, copy);
            ArchiveSettings settings = settings(copy);
            prepare(record, copy, settings);
            List<String> missing = new ArrayList<>(record.faults());
            try (Archive archive = Archive.restoring(settings, clock)) {
                refuseWithoutMasterKeys(archive);
                objects(archive, record, copy, missing);
                settle(copy, settings);
                new Reindex(Rooms.of(archive)).rebuild();
            }
            return check(record, missing);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The backup can't be brought back: " + e.getMessage() + ". Start again to go on.", e);
        }
    }

    private void refuse(BackupRecord record, Path copy) throws IOException {
        if (record.program() > Catalogue.schema()) {
            throw new ArchiveRefused("The backup is of a newer version of this program. Install that one first.");
        }
        if (!Digest.ofFile(BackupFolder.manifest(copy)).equals(record.manifest())) {
            throw new ArchiveRefused("The manifest of the backup was changed. Use another backup.");
        }
        List<String> differences = Manifest.differences(copy);
        if (!differences.isEmpty()) {
            throw new ArchiveRefused(
                    "The backup was changed: " + String.join("; ", differences) + ". Use another backup.");
        }
        if (request.ledgerKey() == null
                && !Files.exists(BackupFolder.files(copy).resolve("ledger.key"))) {
            throw new ArchiveRefused("The backup was made without the ledger's key. Name its file with --ledger-key.");
        }
        Path target = request.archive();
        if (ArchiveSettings.exist(target)) {
            throw new ArchiveRefused("There is an archive in " + target + " already. Name a new folder.");
        }
        if (Files.exists(target) && !isEmpty(target) && !isOurs(record)) {
            throw new ArchiveRefused(target + " is not empty. Name a new folder.");
        }
    }

    private static boolean isEmpty(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.findAny().isEmpty();
        }
    }

    private boolean isOurs(BackupRecord record) throws IOException {
        Path mark = request.archive().resolve(UNDER_WAY);
        return Files.exists(mark) && Files.readString(mark).equals(record.archive());
    }

    private ArchiveSettings settings(Path copy) {
        ArchiveSettings settings =
                ArchiveSettings.read(BackupFolder.files(copy)).in(request.archive());
        if (request.objects() != null) {
            settings = settings.withObjects(request.objects());
        }
        if (request.catalogue() != null) {
            settings = settings.withCatalogue(request.catalogue());
        }
        if (request.masterKey() != null) {
            boolean encrypted = !settings.masterKey().isEmpty();
            settings = settings.withMasterKey(request.masterKey());
            if (!encrypted) {
                MasterKeys.create(request.masterKey());
            }
        }
        return settings;
    }

    /** Before hours are spent on bytes that nobody can read. */
    private static void refuseWithoutMasterKeys(Archive archive) {
        String file = archive.settings().masterKey();
        if (file.isEmpty()) {
            return;
        }
        List<String> names = MasterKeys.read(Path.of(file)).names();
        archive.encryption().ifPresent(store -> {
            TreeSet<String> unknown = new TreeSet<>(store.counts().keySet());
            names.forEach(unknown::remove);
            if (!unknown.isEmpty()) {
                throw new ArchiveRefused("The backup's objects need master keys that are not in " + file + ": "
                        + String.join(", ", unknown) + ". Name the right file with --encrypt.");
            }
        });
    }

    private void prepare(BackupRecord record, Path copy, ArchiveSettings settings) throws IOException {
        Path target = request.archive();
        Files.createDirectories(target);
        Files.writeString(target.resolve(UNDER_WAY), record.archive());
        KeptFiles.bringBack(BackupFolder.files(copy), target);
        if (request.ledgerKey() != null) {
            try (InputStream in = Files.newInputStream(request.ledgerKey());
                    var out = KeptFiles.create(fresh(target.resolve("ledger.key")), true)) {
                in.transferTo(out);
            } catch (NoSuchFileException e) {
                throw new ArchiveRefused("There is no file " + request.ledgerKey());
            }
        }
        Path local = fresh(target.resolve("catalogue.db"));
        Files.copy(BackupFolder.catalogue(copy), local, StandardCopyOption.REPLACE_EXISTING);
        if (!settings.catalogue().equals(ArchiveSettings.SQLITE)) {
            try (Catalogue snapshot = Catalogue.sqlite(local);
                    Catalogue database =
                            Catalogue.postgresql(settings.catalogue(), System.getenv("MUNIMENT_DB_PASSWORD"))) {
                database.load(snapshot);
            }
            for (String part : List.of("", "-wal", "-shm", ".turn")) {
                Files.deleteIfExists(target.resolve("catalogue.db" + part));
            }
        }
    }

    private static Path fresh(Path file) throws IOException {
        Files.deleteIfExists(file);
        return file;
    }

    private void objects(Archive archive, BackupRecord record, Path copy, List<String> missing) throws IOException {
        boolean elsewhere = !record.copied();
        if (!elsewhere) {
            // Which version of a key an object is was known to the store it came from.
            new JdbcTemplate(archive.catalogue().writer()).update("delete from object_version");
        }
        boolean encrypting = !archive.settings().masterKey().isEmpty()
                && ArchiveSettings.read(BackupFolder.files(copy)).masterKey().isEmpty();
        ObjectStore store = encrypting ? archive.objects() : archive.stored();
        long done = 0;
        try (Stream<Digest> all = new StoredObjects(Backup.snapshot(BackupFolder.catalogue(copy))).all()) {
            for (Digest one : (Iterable<Digest>) all::iterator) {
                if (elsewhere ? !store.contains(one) : !bringBack(one, store)) {
                    missing.add("Object " + one + (elsewhere ? " is not in the store" : " is missing, or was changed"));
                }
                if (++done % BATCH == 0) {
                    store.sync();
                    progress.accept(done);
                }
            }
        }
        store.sync();
        progress.accept(done);
    }

    /** Damaged bytes are stored under the hash they have, and taken away again. */
    private boolean bringBack(Digest object, ObjectStore store) throws IOException {
        try (InputStream in = Files.newInputStream(folder.object(object))) {
            Digest stored = store.put(in);
            if (!stored.equals(object)) {
                store.destroy(stored);
            }
            return stored.equals(object);
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** The settings as they were written, with the words of whoever changed them, unless they must change. */
    private void settle(Path copy, ArchiveSettings settings) throws IOException {
        Path written = BackupFolder.files(copy).resolve("archive.properties");
        Path target = settings.folder().resolve("archive.properties");
        if (ArchiveSettings.read(BackupFolder.files(copy)).in(settings.folder()).equals(settings)) {
            Files.copy(written, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            settings.write();
        }
        Files.deleteIfExists(settings.folder().resolve(UNDER_WAY));
    }

    private Restored check(BackupRecord record, List<String> missing) {
        try (Archive archive = Archive.read(request.archive(), clock)) {
            Verification found = new FixityCheck(archive, done -> {}).run(OptionalInt.empty(), earlier(record));
            long lost = request.later().stream()
                    .mapToLong(later -> later.size() - archive.ledger().size())
                    .max()
                    .orElse(0);
            return new Restored(
                    record.archive(),
                    record.taken(),
                    record.objects(),
                    missing,
                    Math.max(0, lost),
                    destroyedSince(archive),
                    found);
        }
    }

    /** What is later than the backup can't be extended by it; what is not must be. */
    private List<Checkpoint> earlier(BackupRecord record) {
        return Stream.concat(Stream.of(Checkpoint.parse(record.checkpoint())), request.later().stream())
                .filter(checkpoint -> checkpoint.size() <= record.ledger())
                .toList();
    }

    private List<ItemId> destroyedSince(Archive archive) {
        TreeSet<ItemId> back = new TreeSet<>();
        for (Path certificate : request.certificates()) {
            List<ItemId> destroyed = CertifiedItems.destroyed(certificate);
            List<ItemId> here = List.copyOf(archive.items().registered(destroyed));
            // What was destroyed before the backup and collected again since has its tombstone here.
            TreeSet<ItemId> known = new TreeSet<>();
            archive.items().tombstones(here).forEach(stone -> known.add(stone.item()));
            here.stream().filter(item -> !known.contains(item)).forEach(back::add);
        }
        return List.copyOf(back);
    }
}
