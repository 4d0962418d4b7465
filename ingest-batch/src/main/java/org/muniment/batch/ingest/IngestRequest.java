package org.muniment.batch.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Reading;

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
         * Each item belongs to everybody of the district who wrote or got it: one collection for each.
         *
         * @param otherwise whose it is when it is nobody's
         */
        record ByAddress(Finder finder, Custodian otherwise) implements Custody {
            @Override
            public String toString() {
                return "by address, otherwise " + otherwise;
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

    /** Finds the custodians of one item by who wrote and who got it. Safe for many threads. */
    @FunctionalInterface
    public interface Finder {
        /** In the order of their addresses; empty when nobody in it is of the district. */
        SortedSet<Custodian> of(Correspondents people);
    }

    /** A file or folder. */
    public IngestRequest(Path path, SourceType type, Custody custodian) {
        this(new FileSource(path, type), custodian);
    }

    /** The collections that taking an item is: one for each custodian. */
    List<Collection> collections(RawItem raw, Reading reading, Instant at, String run) {
        return custodiansOf(raw, reading).stream()
                .map(person -> new Collection(
                        reading.item().id(), person, source.name(), raw.place(), folderOf(raw), raw.flags(), at, run))
                .toList();
    }

    private java.util.Collection<Custodian> custodiansOf(RawItem raw, Reading reading) {
        return switch (custodian) {
            case Custody.One one -> List.of(one.custodian());
            case Custody.BySite bySite ->
                List.of(
                        raw.folder().isEmpty()
                                ? bySite.otherwise()
                                : new Custodian(raw.folder().replaceFirst("/.*", "")));
            case Custody.ByFolder byFolder -> List.of(byFirstLevel(raw, byFolder));
            case Custody.ByAddress byAddress -> {
                SortedSet<Custodian> found =
                        byAddress.finder().of(reading.item().people());
                yield found.isEmpty() ? List.of(byAddress.otherwise()) : found;
            }
        };
    }

    /** The folders that a file lies in may name custodians; those inside an archive file do not. */
    private static String outside(RawItem raw) {
        int inside = raw.place().indexOf("!/");
        return inside < 0 ? raw.place() : raw.place().substring(0, inside);
    }

    private Custodian byFirstLevel(RawItem raw, Custody.ByFolder byFolder) {
        int level = outside(raw).indexOf('/');
        return level > 0
                ? new Custodian(raw.place().substring(0, level))
                : byFolder.otherwise().orElseGet(() -> new Custodian(source.lastName()));
    }

    /** The mailbox folder, without the level that names the custodian. */
    private String folderOf(RawItem raw) {
        return switch (custodian) {
            case Custody.One one -> raw.folder();
            case Custody.BySite bySite -> raw.folder();
            case Custody.ByAddress byAddress -> raw.folder();
            case Custody.ByFolder byFolder -> {
                int level = raw.folder().indexOf('/');
                yield outside(raw).indexOf('/') < 0
                        ? raw.folder()
                        : level < 0 ? "" : raw.folder().substring(level + 1);
            }
        };
    }
}
