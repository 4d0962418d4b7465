package org.muniment.archive.store;

import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the collected bytes of items, each under the SHA-256 of its content. Written once, never changed.
 * Safe for many threads. Key layout: decisions/0002, checked by anyone with {@code sha256sum}.
 */
public interface ObjectStore extends AutoCloseable {
    /** The largest object, in bytes: 2 GiB. */
    long LARGEST = 2L << 30;

    /**
     * Stores the bytes, at most {@link #LARGEST}; storing them again changes nothing. The stream is read to its end, not
     * closed. When the call returns the bytes can be opened; they survive a power cut once {@link #sync} has returned.
     *
     * @throws StoreUnavailable when they could not be stored; nothing is promised then
     * @throws StoreRefused when there are too many bytes, or the store forbids writing
     */
    Digest put(InputStream bytes);

    /** How many puts at once suit the store: few where it is near, more where each one waits for a network. */
    default int putsAtOnce() {
        return 8;
    }

    /**
     * Makes every object that was put before the call survive a power cut, and every removal; call it before the
     * catalogue says so.
     *
     * @throws StoreUnavailable when that failed; nothing is promised then
     */
    void sync();

    /**
     * Opens the bytes. Reading to the end proves them: {@link ObjectCorrupt} is thrown there, by the read that would hand
     * out the last bytes, if they no longer hash to the digest. A read that breaks off throws {@link StoreUnavailable},
     * never an {@link java.io.IOException}, so that no parser takes it for a fault of the content. Close the stream.
     *
     * @throws ObjectMissing when there is no such object
     */
    InputStream open(Digest digest);

    /** Whether the object is there; says nothing about its bytes. */
    boolean contains(Digest digest);

    /** The digests of all objects, in ascending order, read as the stream advances. Close the stream. */
    Stream<Digest> list();

    /**
     * Removes the bytes for good: every version that the store keeps of them. Removing what is absent is no error: a
     * purge may be resumed. Once {@link #sync} has returned they stay gone after a power cut.
     *
     * @throws StoreRefused when a lock or a hold in the store forbids it; then nothing was removed
     */
    void destroy(Digest digest);

    /** Whether the store itself refuses to delete what is locked; unless it was proved, it does not. */
    default Worm worm() {
        return new Worm.NotWorm(List.of("nothing in this kind of store forbids its administrator to delete"));
    }

    @Override
    void close();
}
