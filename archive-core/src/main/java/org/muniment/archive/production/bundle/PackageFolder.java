package org.muniment.archive.production.bundle;

import java.nio.file.Path;
import org.muniment.archive.production.ProductionFormat;

/**
 * A package while it is built: the folder {@code DIR.part}, moved to {@code DIR} when it is sealed. What an interrupted build
 * left is removed when it is begun again. For one thread.
 */
public final class PackageFolder {
    /** Bytes of a volume unless said otherwise: 4 GB. */
    public static final long VOLUME = 4_000_000_000L;

    private PackageFolder() {}

    /**
     * Begins a package.
     *
     * @param target the folder that will be there when it is done; it must not be there yet
     * @param volumeBytes a volume ends before it gets larger, but never within a family
     * @throws org.muniment.archive.production.ProductionRefused when the folder is there, or its unfinished one is not ours
     * @throws java.io.UncheckedIOException when it can't be made
     */
    public static PackageFolder begin(Path target, ProductionFormat format, long volumeBytes) {
        throw new UnsupportedOperationException();
    }

    /** A place for a file that belongs to no family, such as {@code DATA/PR1.dat}; its folder is there when this returns. */
    public Path file(PackagePath path) {
        throw new UnsupportedOperationException();
    }

    /** Begins a family: its files are put aside and get their volume together when it is settled. One at a time. */
    public Family family() {
        throw new UnsupportedOperationException();
    }

    /** The unfinished folder, to be read: by a leak test, for example. */
    public Path unfinished() {
        throw new UnsupportedOperationException();
    }

    /** Where its contents lie: the folder itself, in a bag its folder {@code data}. */
    public Path contents() {
        throw new UnsupportedOperationException();
    }

    /** A message and its attachments, whose files always lie in one volume. */
    public final class Family {
        private Family() {}

        /** A place for a file: {@code NATIVES}, {@code TEXT}, {@code IMAGES} or {@code PDF}, and its name. */
        public Path file(String kind, String name) {
            throw new UnsupportedOperationException();
        }

        /**
         * Moves its files into the volume in which they have room.
         *
         * @return the volume: {@code VOL001}
         */
        public String settle() {
            throw new UnsupportedOperationException();
        }
    }
}
