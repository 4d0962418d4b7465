package org.muniment.batch.ingest;

import java.nio.file.Path;
import java.util.Optional;
import org.muniment.archive.item.Custodian;

/**
 * What to take in.
 *
 * @param source where from
 * @param custodian whose mail it is
 */
public record IngestRequest(Source source, Custody custodian) {
    /** Whose mail a source holds. */
    public sealed interface Custody {
        /**
         * Postings and pages belong to the site they stood on: the first level of the folder is its name. What has none
         * belongs to {@code otherwise}.
         */
        record BySite(Custodian otherwise) implements Custody {
            @Override
            public String toString() {
                return "by site, otherwise " + otherwise;
            }
        }

        /** All of it is one person's. */
        record One(Custodian custodian) implements Custody {
            @Override
            public String toString() {
                return custodian.address();
            }
        }

        /**
         * The first folder level names the custodian. What lies beside those folders belongs to {@code otherwise}, or,
         * where none is given, to a custodian named as the source's own folder.
         */
        record ByFolder(Optional<Custodian> otherwise) implements Custody {
            @Override
            public String toString() {
                return "by folder"
                        + otherwise.map(custodian -> ", otherwise " + custodian).orElse("");
            }
        }
    }

    /** A file or folder. */
    public IngestRequest(Path path, SourceType type, Custody custodian) {
        this(new FileSource(path, type), custodian);
    }

    Custodian custodianOf(RawItem raw) {
        return switch (custodian) {
            case Custody.One one -> one.custodian();
            case Custody.BySite bySite ->
                raw.folder().isEmpty()
                        ? bySite.otherwise()
                        : new Custodian(raw.folder().replaceFirst("/.*", ""));
            case Custody.ByFolder byFolder -> {
                int level = raw.place().indexOf('/');
                yield level > 0
                        ? new Custodian(raw.place().substring(0, level))
                        : byFolder.otherwise().orElseGet(() -> new Custodian(source.lastName()));
            }
        };
    }

    /** The mailbox folder, without the level that names the custodian. */
    String folderOf(RawItem raw) {
        return switch (custodian) {
            case Custody.One one -> raw.folder();
            case Custody.BySite bySite -> raw.folder();
            case Custody.ByFolder byFolder -> {
                int level = raw.folder().indexOf('/');
                yield raw.place().indexOf('/') < 0
                        ? raw.folder()
                        : level < 0 ? "" : raw.folder().substring(level + 1);
            }
        };
    }
}
