package org.muniment.batch.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Catalogue;
import org.muniment.archive.StoredObjects;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.ledger.LedgerCheck;
import org.muniment.archive.ledger.Sample;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Copies an archive into a folder while others write into it. First the catalogue as it is at one moment, then every object
 * that it names and the folder does not have, then the other files, the manifest, and last what says that it is finished.
 * Interrupted at any moment, it goes on when started again; the copy before stays whole until the new one is. When it is
 * finished, objects are removed that the archive has no more. Used once.
 */
public final class Backup {
    private static final int BATCH = 500;
    /** Each time an object was destroyed meanwhile the catalogue is copied again; nights are short. */
    private static final int ROUNDS = 20;

    private final Archive archive;
    private final BackupFolder folder;
    private final boolean withKey;
    private final boolean withObjects;
    private final LongConsumer progress;

    /**
     * @param archive opened at least to decide
     * @param target the backup's folder; made where it is absent
     * @param withKey whether the ledger's key is copied, without which a copy can be read and not go on
     * @param withObjects whether objects are copied; when not, the store that has them must be safe by itself
     * @param progress is told how many objects were copied
     */
    public Backup(Archive archive, Path target, boolean withKey, boolean withObjects, LongConsumer progress) {
        this.archive = archive;
        this.folder = new BackupFolder(target);
        this.withKey = withKey;
        this.withObjects = withObjects;
        this.progress = progress;
    }

    /**
     * What a backup did.
     *
     * @param record what the copy says of itself
     * @param copied objects that the folder did not have
     * @param bytes of these
     * @param removed objects that the archive has no more
     */
    public record Done(BackupRecord record, long copied, long bytes, long removed, double seconds) {
        public boolean isClean() {
            return record.faults().isEmpty();
        }
    }

    /**
     * Runs it.
     *
     * @throws ArchiveRefused when the folder can't be used: it is inside the archive, holds other files, or the backup of
     *     another archive or of a later state of this one
     */
    public Done run() {
        long start = System.nanoTime();
        refuseInside();
        try {
            FileChannel lock = folder.take();
            try {
                return run(start);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The backup in " + folder.root() + " can't be written: " + e.getMessage()
                            + ". Start it again to go on.",
                    e);
        }
    }

    private Done run(long start) throws IOException {
        refuseOther();
        Checkpoint checkpoint = archive.ledger().checkpoint();
        CopiedObjects objects = new CopiedObjects(
                folder, archive.stored(), new StoredObjects(archive.catalogue().reader())::has);
        Instant taken = catalogueAndObjects(objects);
        BackupRecord record = finish(checkpoint, taken, objects.faults());
        folder.finish(record);
        long removed = withObjects ? removeSurplus() : 0;
        return new Done(record, objects.copied(), objects.bytes(), removed, (System.nanoTime() - start) / 1e9);
    }

    private void refuseInside() {
        Path home = archive.settings().folder();
        if (folder.root().startsWith(home) || home.startsWith(folder.root())) {
            throw new ArchiveRefused("A backup lies outside the archive's folder " + home + ", best on another disk");
        }
        if (!withObjects && archive.settings().objects().equals(ArchiveSettings.FILES)) {
            throw new ArchiveRefused("Objects in the archive's own folder must be copied;"
                    + " only those in an S3 store can be left where they are");
        }
    }

    /** A copy of an older state must not take the place of a newer one, nor one archive's that of another. */
    private void refuseOther() {
        Optional<BackupRecord> last = folder.record();
        if (last.isEmpty()) {
            return;
        }
        String name = archive.settings().origin();
        if (!last.get().archive().equals(name)) {
            throw new ArchiveRefused(folder.root() + " has the backup of the archive "
                    + last.get().archive() + ", not of " + name + ". Name another folder.");
        }
        LedgerCheck.Result ledger = new LedgerCheck(
                        archive.catalogue().reader(), archive.ledger().publicKey())
                .check(
                        new Sample.Some(1, new SecureRandom()),
                        List.of(Checkpoint.parse(last.get().checkpoint())),
                        checked -> {});
        if (!ledger.isClean()) {
            throw new ArchiveRefused("The backup in " + folder.root()
                    + " is of a later state than this archive, or of another history: "
                    + ledger.findings().getFirst().what() + ". Keep it, and name another folder.");
        }
    }

    private Instant catalogueAndObjects(CopiedObjects objects) throws IOException {
        Path file = BackupFolder.catalogue(folder.next());
        for (int round = 0; round < ROUNDS; round++) {
            Files.deleteIfExists(file);
            Instant taken = archive.clock().instant();
            archive.catalogue().snapshot(file);
            objects.forgetFaults();
            if (withObjects) {
                copy(objects, snapshot(file));
            }
            if (!objects.somethingVanished()) {
                return taken;
            }
        }
        throw new ArchiveRefused("Objects were destroyed again and again while they were copied."
                + " Start the backup again when the purge has ended.");
    }

    static DataSource snapshot(Path file) {
        return new DriverManagerDataSource("jdbc:sqlite:" + file);
    }

    private void copy(CopiedObjects objects, DataSource snapshot) throws IOException {
        try (Stream<Digest> all = new StoredObjects(snapshot).all()) {
            List<Digest> missing = new ArrayList<>();
            for (Digest one : (Iterable<Digest>) all::iterator) {
                if (!objects.has(one)) {
                    missing.add(one);
                }
                if (missing.size() == BATCH) {
                    objects.copy(missing);
                    progress.accept(objects.copied());
                    missing.clear();
                }
            }
            objects.copy(missing);
            progress.accept(objects.copied());
        }
    }

    private BackupRecord finish(Checkpoint checkpoint, Instant taken, List<String> faults) throws IOException {
        Path next = folder.next();
        Path last = folder.current();
        Map<String, Digest> known =
                Files.exists(BackupFolder.manifest(last)) ? Manifest.files(BackupFolder.manifest(last)) : Map.of();
        Map<String, Digest> files = new KeptFiles(archive.settings().folder(), withKey)
                .copy(BackupFolder.files(next), BackupFolder.files(last), known);
        Files.writeString(next.resolve("checkpoint.txt"), checkpoint.toString());
        long objects = 0;
        long bytes = 0;
        try (Manifest manifest = new Manifest(BackupFolder.manifest(next));
                Stream<Digest> all = new StoredObjects(snapshot(BackupFolder.catalogue(next))).all()) {
            manifest.add(Digest.ofFile(BackupFolder.catalogue(next)), "current/catalogue.db");
            manifest.add(Digest.ofFile(next.resolve("checkpoint.txt")), "current/checkpoint.txt");
            for (Map.Entry<String, Digest> file : files.entrySet()) {
                manifest.add(file.getValue(), "current/files/" + file.getKey());
            }
            for (Digest object : (Iterable<Digest>) all::iterator) {
                objects++;
                Path copy = folder.object(object);
                if (withObjects && Files.exists(copy)) {
                    bytes += Files.size(copy);
                    manifest.add(object, folder.root().relativize(copy).toString());
                }
            }
        }
        return new BackupRecord(
                BackupRecord.FORMAT,
                archive.settings().origin(),
                taken,
                Catalogue.schema(),
                checkpoint.size(),
                checkpoint.toString(),
                objects,
                bytes,
                withObjects,
                withKey,
                Digest.ofFile(BackupFolder.manifest(next)),
                faults);
    }

    /** What was destroyed in the archive must not live on here. */
    private long removeSurplus() throws IOException {
        long removed = 0;
        try (Stream<Digest> named = new StoredObjects(snapshot(BackupFolder.catalogue(folder.current()))).all()) {
            Iterator<Digest> keep = named.iterator();
            Digest next = keep.hasNext() ? keep.next() : null;
            for (Path shard : sorted(folder.root().resolve(BackupFolder.OBJECTS).resolve("sha256"))) {
                for (Path file : sorted(shard)) {
                    String name = String.valueOf(file.getFileName());
                    while (next != null && next.hex().compareTo(name) < 0) {
                        next = keep.hasNext() ? keep.next() : null;
                    }
                    if (next == null || !next.hex().equals(name)) {
                        Files.delete(file);
                        removed++;
                    }
                }
            }
        }
        return removed;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
