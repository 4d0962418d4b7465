package org.muniment.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Objects as files of a local disk, {@code ROOT/sha256/ab/abcd…}, read-only. An object is written to {@code ROOT/incoming},
 * synced, moved to its place, and its folder synced: a file under its digest is always whole. Several processes may share
 * a root. Fast when many puts are in flight at once, best on virtual threads: their syncs overlap.
 */
public final class FileObjectStore implements ObjectStore {
    private static final int BUFFER = 32 << 10;

    private final Path root;
    private final long largest;
    private final Incoming incoming;
    private final Shard objects;
    private final ConcurrentHashMap<String, Shard> shards = new ConcurrentHashMap<>();

    /** Opens the store, creates it where it is absent, and removes the unfinished files of killed processes. */
    public FileObjectStore(Path root) {
        this(root, LARGEST);
    }

    FileObjectStore(Path root, long largest) {
        this.root = root;
        this.largest = largest;
        this.incoming = new Incoming(root.resolve("incoming"));
        try {
            Files.createDirectories(root);
            incoming.prepare();
            this.objects = Shard.create(root.resolve("sha256"), new Shard(root));
        } catch (IOException e) {
            throw new StoreUnavailable("Cannot open the object store in " + root + ": " + e, e);
        }
    }

    @Override
    public Digest put(InputStream bytes) {
        Path file = incoming.next();
        try {
            return put(bytes, file);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailable("Cannot store an object in " + root + ": " + e, e);
        }
    }

    private Digest put(InputStream bytes, Path file) throws IOException {
        try (FileChannel channel = incoming.create(file)) {
            Digest digest = write(bytes, channel);
            Shard shard = shard(digest);
            Path target = shard.folder().resolve(digest.hex());
            // A file of another length is a damaged one: the good bytes at hand take its place.
            if (size(target).filter(size -> size == length(channel)).isEmpty()) {
                channel.force(false);
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            }
            shard.sync();
            return digest;
        } finally {
            Files.deleteIfExists(file);
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
            for (ByteBuffer left = ByteBuffer.wrap(buffer, 0, read); left.hasRemaining(); ) {
                channel.write(left);
            }
        }
        return Digest.ofHash(hash.digest());
    }

    private static long length(FileChannel channel) {
        try {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return names(objects.folder())
                .filter(Shard::isName)
                .flatMap(shard -> names(objects.folder().resolve(shard))
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
            shard(digest).sync();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailable("Cannot remove " + path(digest) + ": " + e, e);
        }
    }

    /** Nothing to release: files are open only while they are read or written. */
    @Override
    public void close() {
        shards.clear();
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

    private Shard shard(Digest digest) {
        return shards.computeIfAbsent(ObjectKey.shard(digest), name -> {
            try {
                return Shard.create(objects.folder().resolve(name), objects);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
