package org.muniment.archive.store;

import java.io.InputStream;
import java.util.stream.Stream;

/**
 * Keeps the collected bytes of items, each under the SHA-256 of its content. Written once, never changed.
 * Safe for many threads. Key layout: decisions/0002, checked by anyone with {@code sha256sum}.
 */
public interface ObjectStore extends AutoCloseable {
    /**
     * Stores the bytes, at most 2 GiB; storing them again changes nothing. The stream is read to its end, not closed.
     * When the call returns the bytes survive a power cut.
     *
     * @throws StoreUnavailable when they could not be stored durably; nothing is promised then
     */
    Digest put(InputStream bytes);

    /**
     * Opens the bytes. Reading to the end proves them: {@link ObjectCorrupt} is thrown there if they no longer hash to
     * the digest.
     *
     * @throws ObjectMissing when there is no such object
     */
    InputStream open(Digest digest);

    /** Whether the object is there; says nothing about its bytes. */
    boolean contains(Digest digest);

    /** The digests of all objects, in ascending order, read as the stream advances. Close the stream. */
    Stream<Digest> list();

    /** Removes the bytes for good. Removing what is absent is no error: a purge may be resumed. */
    void destroy(Digest digest);

    @Override
    void close();
}
