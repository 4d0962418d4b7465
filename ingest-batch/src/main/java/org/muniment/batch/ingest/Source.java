package org.muniment.batch.ingest;

import java.nio.file.Path;
import org.muniment.batch.Rooms;

/**
 * Where items are taken from: a folder of files, an account on a mail server, a web feed. A run knows its source again
 * by name and type, so both stay the same from one opening to the next.
 */
public interface Source {
    /** How runs and collections name it: an absolute path or an address. Never a secret. */
    String name();

    /** How it is read, in one word. */
    String type();

    /**
     * What stands for a custodian where the layout of a source names none: the last part of the name.
     */
    default String lastName() {
        String name = name();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /**
     * Reads from it.
     *
     * @param spool folder for what does not fit into memory
     * @throws java.io.UncheckedIOException when there is nothing to read from
     */
    ItemSource open(Path spool);

    /**
     * Reads from it for an archive. A source that keeps a register of its own overrides this.
     *
     * @throws java.io.UncheckedIOException when there is nothing to read from
     */
    default ItemSource open(Rooms rooms) {
        return open(rooms.spool());
    }

    /** Bytes to be read, at most; -1 when it cannot be told. May take long, and is asked for beside the run. */
    long bytes();
}
