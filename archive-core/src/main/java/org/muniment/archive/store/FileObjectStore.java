package org.muniment.archive.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objects as files of a local disk, {@code ROOT/sha256/ab/abcd…}, read-only. A small object is written to its place at
 * once, a large one to {@code ROOT/incoming} and moved to its place when it is whole; {@link #sync} makes both last. An
 * object that was not synced may be torn after a power cut, a small one also after its writer was killed: storing the
 * same bytes again proves what is there, and heals it. Several processes may share a root.
 */
public final class FileObjectStore implements ObjectStore {
    private static final int BUFFER = 32 << 10;
    private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");

    private final Path root;
    private final long largest;
    private final Incoming incoming;
    private final Path objects;
    private final Unsynced unsynced;
    private final ConcurrentHashMap<String, Path> shards = new ConcurrentHashMap<>();

    /** Opens the store, creates it where it is absent, and removes the unfinished files of killed processes. */
    public FileObjectStore(Path root) {
        this(root, LARGEST, FileSystemSync::of);
    }

    FileObjectStore(Path root, long largest, Function<Path, Optional<FileSystemSync>> platform) {
        this.root = root;
        this.largest = largest;
        this.incoming = new Incoming(root.resolve("incoming"));
        this.objects = root.resolve("sha256");
        try {
            Files.createDirectories(objects);
            incoming.prepare();
            this.unsynced = new Unsynced(platform.apply(root));
            unsynced.add(objects);
            unsynced.add(root);
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot open the object store in " + root + ": " + e, e);
        }
    }

    @Override
    public Digest put(InputStream bytes) {
        try {
            byte[] first = bytes.readNBytes(BUFFER);
            return first.length < BUFFER && first.length <= largest
                    ? putSmall(first)
                    : putLarge(new SequenceInputStream(new ByteArrayInputStream(first), bytes), incoming.next());
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailable("Cannot store an object in " + root + ": " + e, e);
        }
    }

    /** Two moves in the file system less for each mail. */
    private Digest putSmall(byte[] bytes) throws IOException {
        Digest digest = Digest.of(bytes);
        Path target = shard(digest).resolve(digest.hex());
        try (FileChannel channel = incoming.create(target)) {
            write(bytes, bytes.length, channel);
        } catch (FileAlreadyExistsException e) {
            return putLarge(new ByteArrayInputStream(bytes), incoming.next());
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
        unsynced.add(target);
        return digest;
    }

    private Digest putLarge(InputStream bytes, Path file) throws IOException {
        boolean moved = false;
        try {
            Digest digest = write(bytes, file);
            Path target = shard(digest).resolve(digest.hex());
            if (!isIntact(target, digest)) {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
                moved = true;
            }
            unsynced.add(target);
            return digest;
        } finally {
            if (!moved) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Digest write(InputStream bytes, Path file) throws IOException {
        try (FileChannel channel = incoming.create(file)) {
            return write(bytes, channel);
        }
    }

    /** A damaged file does not count as there: the good bytes at hand take its place. */
    private static boolean isIntact(Path file, Digest digest) throws IOException {
        if (size(file).isEmpty()) {
            return false;
        }
        MessageDigest hash = Digest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digest.ofHash(hash.digest()).equals(digest);
    }

    @Override
    public void sync() {
        try {
            unsynced.sync();
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot sync the object store in " + root + ": " + e.getMessage(), e);
        }
    }

    private Digest write(InputStream bytes, FileChannel channel) throws IOException {
        MessageDigest hash = Digest.sha256();
        byte[] buffer = new byte[BUFFER];
        long written = 0;
        for (int read; (read = bytes.readNBytes(buffer, 0, BUFFER)) > 0; ) {
            written += read;
            if (written > largest) {
                throw new StoreRefused("An object has at most " + largest + " bytes. Split what you collect.");
            }
            hash.update(buffer, 0, read);
            write(buffer, read, channel);
        }
        return Digest.ofHash(hash.digest());
    }

    private static void write(byte[] bytes, int length, FileChannel channel) throws IOException {
        for (ByteBuffer left = ByteBuffer.wrap(bytes, 0, length); left.hasRemaining(); ) {
            channel.write(left);
        }
    }

    @Override
    public InputStream open(Digest digest) {
        Path file = path(digest);
        try {
            long length = Files.size(file);
            return new ProvingInputStream(Files.newInputStream(file), digest, length, root.toString());
        } catch (NoSuchFileException e) {
            throw new ObjectMissing(digest, root.toString());
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot open " + file + ": " + e, e);
        }
    }

    @Override
    public boolean contains(Digest digest) {
        try {
            return size(path(digest)).isPresent();
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot look for " + path(digest) + ": " + e, e);
        }
    }

    @Override
    public Stream<Digest> list() {
        return names(objects)
                .filter(name -> SHARD.matcher(name).matches())
                .flatMap(shard -> names(objects.resolve(shard))
                        .flatMap(name -> ObjectKey.digest(ObjectKey.PREFIX + shard + "/" + name).stream()));
    }

    /** The sorted names in one folder: at most one folder's names are in memory. */
    private static Stream<String> names(Path folder) {
        List<String> names;
        try (Stream<Path> entries = Files.list(folder)) {
            names = entries.map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailable("Cannot list " + folder + ": " + e, e);
        }
        return names.stream();
    }

    @Override
    public void destroy(Digest digest) {
        try {
            Files.deleteIfExists(path(digest));
            unsynced.add(path(digest));
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot remove " + path(digest) + ": " + e, e);
        }
    }

    @Override
    public void close() {
        unsynced.close();
    }

    private Path path(Digest digest) {
        return root.resolve(ObjectKey.of(digest));
    }

    /** The length of a file, or nothing when there is none. */
    private static Optional<Long> size(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? Optional.of(attributes.size()) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path shard(Digest digest) {
        return shards.computeIfAbsent(ObjectKey.shard(digest), name -> {
            try {
                Path shard = Files.createDirectories(objects.resolve(name));
                unsynced.add(shard);
                return shard;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
