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
            case Custody.ByFolder byFolder -> {
                int level = outside(raw).indexOf('/');
                yield level > 0
                        ? new Custodian(raw.place().substring(0, level))
                        : byFolder.otherwise().orElseGet(() -> new Custodian(source.lastName()));
            }
        };
    }

    /** The folders that a file lies in may name custodians; those inside an archive file do not. */
    private static String outside(RawItem raw) {
        int inside = raw.place().indexOf("!/");
        return inside < 0 ? raw.place() : raw.place().substring(0, inside);
    }

    /** The mailbox folder, without the level that names the custodian. */
    String folderOf(RawItem raw) {
        return switch (custodian) {
            case Custody.One one -> raw.folder();
            case Custody.ByFolder byFolder -> {
                int level = raw.folder().indexOf('/');
                yield outside(raw).indexOf('/') < 0
                        ? raw.folder()
                        : level < 0 ? "" : raw.folder().substring(level + 1);
            }
        };
    }
}
