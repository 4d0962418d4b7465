package org.muniment.batch.produce;

import java.io.IOException;

/** Is told of every family that was set, in order: load files, logs, contents. */
interface Tables extends AutoCloseable {
    void add(Family family) throws IOException;

    @Override
    void close() throws IOException;
}
