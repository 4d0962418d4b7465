package org.muniment.archive;

import java.nio.file.Path;
import java.time.Clock;
import org.muniment.archive.store.EncryptedObjectStore;
import org.muniment.archive.store.FileObjectStore;
import org.muniment.archive.store.MasterKeys;
import org.muniment.archive.store.ObjectStore;
import org.muniment.archive.store.S3ObjectStore;
import org.muniment.archive.store.S3Settings;
import org.muniment.archive.store.SqlObjectVersions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An archive's objects, opened as its settings say when they are first asked for: where they are kept, and whether they are encrypted. */
final class KeptObjects {
    private final ArchiveSettings settings;
    private final Catalogue catalogue;
    private final Path spool;
    private final Clock clock;
    private final Once<ObjectStore> stored;
    private final Once<ObjectStore> objects;

    /** @param open closes what is opened */
    KeptObjects(ArchiveSettings settings, Catalogue catalogue, Path spool, Clock clock, OpenParts open) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.spool = spool;
        this.clock = clock;
        this.stored = new Once<>(() -> open.keep(openStored()));
        this.objects = new Once<>(() -> readable(stored()));
    }

    /** The bytes as they are kept. */
    ObjectStore stored() {
        return stored.get();
    }

    /** The bytes as collected. */
    ObjectStore objects() {
        return objects.get();
    }

    private ObjectStore openStored() {
        if (settings.objects().equals(ArchiveSettings.FILES)) {
            return new FileObjectStore(settings.folder().resolve("objects"));
        }
        return S3ObjectStore.open(
                s3Settings(),
                new SqlObjectVersions(
                        JdbcClient.create(catalogue.writer()),
                        JdbcClient.create(catalogue.reader()),
                        catalogue.transactions()),
                spool,
                clock);
    }

    private S3Settings s3Settings() {
        try {
            return S3Settings.parse(settings.objects(), System.getenv());
        } catch (IllegalArgumentException e) {
            throw new ArchiveRefused(String.valueOf(e.getMessage()));
        }
    }

    /** Objects in two forms would be one more way to lose some: all are encrypted, or none. */
    private ObjectStore readable(ObjectStore stored) {
        boolean encrypted = has("object_key");
        if (settings.masterKey().isEmpty()) {
            if (encrypted) {
                throw new ArchiveRefused(
                        "The objects of the archive in " + settings.folder()
                                + " are encrypted, and archive.properties says nothing of it. Restore that file from a backup.");
            }
            return stored;
        }
        if (!encrypted && has("item") && ArchiveSettings.exist(settings.folder())) {
            throw new ArchiveRefused("The objects of the archive in " + settings.folder()
                    + " are not encrypted. To have them encrypted: muniment backup, then muniment restore-backup"
                    + " --encrypt FILE");
        }
        return new EncryptedObjectStore(
                stored,
                catalogue.writer(),
                catalogue.reader(),
                catalogue.transactions(),
                MasterKeys.read(Path.of(settings.masterKey())),
                spool);
    }

    private boolean has(String table) {
        return !JdbcClient.create(catalogue.reader())
                .sql("select 1 from " + table + " limit 1")
                .query()
                .listOfRows()
                .isEmpty();
    }
}
