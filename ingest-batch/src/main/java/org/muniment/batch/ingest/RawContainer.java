package org.muniment.batch.ingest;

import java.nio.file.Path;
import org.muniment.archive.store.Digest;

/**
 * A file that items come out of and that is to be kept beside them; handed over before the first of them, and again
 * whenever reading goes on in it. It is not counted: its items are.
 *
 * @param place where in the source
 * @param digest SHA-256 of the file
 * @param format in one word
 * @param file its bytes
 * @param temporary whether whoever takes the entry deletes the file
 * @param position where to read on
 */
public record RawContainer(String place, Digest digest, String format, Path file, boolean temporary, Position position)
        implements Entry {}
