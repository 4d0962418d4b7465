package org.muniment.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.ObjectStore;

/** Objects as files in one folder: enough of a store to outlive a killed process. */
public class FolderStore implements ObjectStore {
    private final Path folder;

    public FolderStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Digest put(InputStream bytes) {
        try {
            MessageDigest hash = Digest.sha256();
            Path file = Files.createTempFile(folder, "put", ".tmp");
            Files.copy(new DigestInputStream(bytes, hash), file, StandardCopyOption.REPLACE_EXISTING);
            Digest digest = Digest.ofHash(hash.digest());
            Files.move(file, folder.resolve(digest.hex()), StandardCopyOption.ATOMIC_MOVE);
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void sync() {}

    @Override
    public InputStream open(Digest digest) {
        try {
            return Files.newInputStream(folder.resolve(digest.hex()));
        } catch (IOException e) {
            throw new ObjectMissing(digest, folder.toString());
        }
    }

    @Override
    public boolean contains(Digest digest) {
        return Files.exists(folder.resolve(digest.hex()));
    }

    @Override
    public Stream<Digest> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == 64)
                    .sorted()
                    .map(Digest::new)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy(Digest digest) {
        try {
            Files.deleteIfExists(folder.resolve(digest.hex()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // nothing to release
    }
}
