package org.muniment.archive.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** What an {@link ObjectStore} does, in the fewest words. */
public final class InMemoryObjectStore implements ObjectStore {
    private final ConcurrentSkipListMap<Digest, byte[]> objects = new ConcurrentSkipListMap<>();

    @Override
    public Digest put(InputStream bytes) {
        try {
            byte[] content = bytes.readAllBytes();
            Digest digest = Digest.of(content);
            objects.putIfAbsent(digest, content);
            return digest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void sync() {}

    @Override
    public InputStream open(Digest digest) {
        byte[] content = objects.get(digest);
        if (content == null) {
            throw new ObjectMissing(digest, "memory");
        }
        return new ProvingInputStream(new ByteArrayInputStream(content), digest, content.length, "memory");
    }

    /** Changes one stored byte, as a failing disk would. */
    public void flip(Digest digest, int position) {
        objects.computeIfPresent(digest, (same, content) -> {
            byte[] damaged = content.clone();
            damaged[position] ^= 1;
            return damaged;
        });
    }

    @Override
    public boolean contains(Digest digest) {
        return objects.containsKey(digest);
    }

    @Override
    public Stream<Digest> list() {
        return objects.keySet().stream();
    }

    @Override
    public void destroy(Digest digest) {
        objects.remove(digest);
    }

    @Override
    public void close() {
        objects.clear();
    }
}
