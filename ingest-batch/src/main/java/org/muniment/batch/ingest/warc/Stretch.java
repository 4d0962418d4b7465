package org.muniment.batch.ingest.warc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The uncompressed bytes of a web archive file, in stretches: where a compressed file is damaged one ends and the next
 * begins behind the damage. Not safe for many threads.
 */
interface Stretch extends AutoCloseable {
    /** The bytes up to the next damage, or to the end. */
    InputStream bytes();

    /** Goes on behind the damage that ended the stretch, and tells of it; nothing at the end of the file. */
    Optional<Damage> next() throws IOException;

    /** How people find an uncompressed offset in the file: bytes from its start. */
    String place(long offset);

    @Override
    void close() throws IOException;

    /**
     * Bytes of a file that can't be read.
     *
     * @param offset the first of them in the file
     * @param reason in plain words
     */
    record Damage(long offset, String reason) {}
}
