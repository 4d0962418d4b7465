package org.muniment.archive.production.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.store.Unsynced;

/**
 * A package while it is built: the folder {@code DIR.part}, moved to {@code DIR} when it is sealed. What an interrupted build
 * left is removed when it is begun again. For one thread.
 */
public final class PackageFolder {
    /** Bytes of a volume unless said otherwise: 4 GB. */
    public static final long VOLUME = 4_000_000_000L;

    /** What the package itself puts beside its contents. */
    private static final Set<String> OURS = Set.of(
            Layout.MANIFEST,
            ProductionFile.NAME,
            Layout.SIGNATURE,
            Layout.PROOF,
            Layout.TIME_STAMP,
            Layout.README,
            Layout.KEY,
            Layout.VERIFY);

    private static final String STAGED = ".family";

    private final Path target;
    private final Path unfinished;
    private final ProductionFormat format;
    private final Volumes volumes;

    private PackageFolder(Path target, ProductionFormat format, Volumes volumes) {
        this.target = target;
        this.unfinished = target.resolveSibling(target.getFileName() + ".part");
        this.format = format;
        this.volumes = volumes;
    }

    /**
     * Begins a package.
     *
     * @param target the folder that will be there when it is done; it must not be there yet
     * @param volumeBytes a volume ends before it gets larger, but never within a family
     * @throws ProductionRefused when the folder is there, or its unfinished one is not ours
     * @throws UncheckedIOException when it can't be made
     */
    public static PackageFolder begin(Path target, ProductionFormat format, long volumeBytes) {
        PackageFolder folder = new PackageFolder(target.toAbsolutePath().normalize(), format, new Volumes(volumeBytes));
        folder.begin();
        return folder;
    }

    private void begin() {
        if (Files.exists(target)) {
            throw new ProductionRefused(target + " is there already. Check it with: muniment verify " + target);
        }
        if (Files.exists(unfinished) && !isOurs()) {
            throw new ProductionRefused(unfinished
                    + " is in the way, and is no unfinished package. Move it elsewhere, or name another folder.");
        }
        try {
            remove(unfinished);
            Files.createDirectories(contents());
            Files.createFile(unfinished.resolve(Layout.UNFINISHED));
        } catch (IOException e) {
            throw new UncheckedIOException("The package could not be begun in " + unfinished, e);
        }
    }

    private boolean isOurs() {
        return Files.exists(unfinished.resolve(Layout.UNFINISHED))
                || Files.exists(unfinished.resolve(ProductionFile.NAME));
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> parts = Files.walk(folder)) {
            for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(part);
            }
        }
    }

    /** A place for a file that belongs to no family, such as {@code DATA/PR1.dat}; its folder is there when this returns. */
    public Path file(PackagePath path) {
        if (OURS.contains(path.value().split("/", 2)[0])) {
            throw new IllegalArgumentException("The package writes its own " + path);
        }
        return place(path.in(contents()));
    }

    private static Path place(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for " + file, e);
        }
    }

    /**
     * Begins a family: its files are put aside and get their volume together when it is settled. One at a time: what was put
     * aside before and not settled is dropped.
     */
    public Family family() {
        try {
            remove(unfinished.resolve(STAGED));
        } catch (IOException e) {
            throw new UncheckedIOException("A family could not be begun in " + unfinished, e);
        }
        return new Family();
    }

    /** The unfinished folder, to be read: by a leak test, for example. */
    public Path unfinished() {
        return unfinished;
    }

    /** Where its contents lie: the folder itself, in a bag its folder {@code data}. */
    public Path contents() {
        return format == ProductionFormat.BAG ? unfinished.resolve(Layout.DATA) : unfinished;
    }

    ProductionFormat format() {
        return format;
    }

    /** Nothing more is added to the contents. */
    void complete() throws IOException {
        remove(unfinished.resolve(STAGED));
    }

    /** From now on {@code production.json} shows that it is ours. */
    void closed() throws IOException {
        Files.deleteIfExists(unfinished.resolve(Layout.UNFINISHED));
    }

    /** Brings everything to disk and moves it into its place. */
    Path move() throws IOException {
        try (Unsynced all = Unsynced.in(unfinished)) {
            try (Stream<Path> files = Files.walk(unfinished)) {
                files.filter(Files::isRegularFile).forEach(all::add);
            }
            all.sync();
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            all.add(target);
            all.sync();
        }
        return target;
    }

    /** A message and its attachments, whose files always lie in one volume. */
    public final class Family {
        private final Path staged = unfinished.resolve(STAGED);

        private Family() {}

        /** A place for a file: {@code NATIVES}, {@code TEXT}, {@code IMAGES} or {@code PDF}, and its name. */
        public Path file(String kind, String name) {
            return place(PackagePath.of(kind, name).in(staged));
        }

        /**
         * Moves its files into the volume in which they have room.
         *
         * @return the volume: {@code VOL001}
         * @throws IllegalStateException when another family had a file of that name
         * @throws UncheckedIOException when they can't be moved
         */
        public String settle() {
            try {
                List<Path> files = files();
                long bytes = 0;
                for (Path file : files) {
                    bytes += Files.size(file);
                }
                String volume = volumes.place(bytes);
                for (Path file : files) {
                    move(file, contents().resolve(volume).resolve(staged.relativize(file)));
                }
                return volume;
            } catch (IOException e) {
                throw new UncheckedIOException("A family could not be put into its volume", e);
            }
        }

        private List<Path> files() throws IOException {
            if (!Files.exists(staged)) {
                return List.of();
            }
            try (Stream<Path> files = Files.walk(staged)) {
                return files.filter(Files::isRegularFile).sorted().toList();
            }
        }

        private static void move(Path file, Path to) throws IOException {
            if (Files.exists(place(to))) {
                throw new IllegalStateException("There are two files " + to);
            }
            Files.move(file, to);
        }
    }
}
