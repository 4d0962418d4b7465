package org.muniment.archive.disposition;

import java.io.InputStream;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.ObjectStore;

/** An object store that tells of every deletion before it happens, and around which the process may end. */
final class WatchedObjects implements ObjectStore {
    private final ObjectStore store;
    private final Fuse fuse;
    private final Consumer<Digest> deleting;

    WatchedObjects(ObjectStore store, Fuse fuse, Consumer<Digest> deleting) {
        this.store = store;
        this.fuse = fuse;
        this.deleting = deleting;
    }

    @Override
    public Digest put(InputStream bytes) {
        return store.put(bytes);
    }

    @Override
    public void sync() {
        fuse.moment("before objects are synced");
        store.sync();
    }

    @Override
    public InputStream open(Digest digest) {
        fuse.moment("before an object is read");
        return store.open(digest);
    }

    @Override
    public boolean contains(Digest digest) {
        return store.contains(digest);
    }

    @Override
    public Stream<Digest> list() {
        return store.list();
    }

    @Override
    public void destroy(Digest digest) {
        fuse.moment("before an object is deleted");
        if (store.contains(digest)) {
            deleting.accept(digest);
        }
        store.destroy(digest);
        fuse.moment("after an object is deleted");
    }

    @Override
    public void close() {
        store.close();
    }
}
