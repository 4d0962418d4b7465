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

/** Opens an archive's objects as its settings say: where they are kept, and whether they are encrypted. */
final class KeptObjects {
    private final ArchiveSettings settings;
    private final Catalogue catalogue;
    private final Path spool;
    private final Clock clock;

    KeptObjects(ArchiveSettings settings, Catalogue catalogue, Path spool, Clock clock) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.spool = spool;
        this.clock = clock;
    }

    /** The bytes as they are kept. */
    ObjectStore stored() {
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

    /** The bytes as collected. Objects in two forms would be one more way to lose some: all are encrypted, or none. */
    ObjectStore readable(ObjectStore stored) {
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
