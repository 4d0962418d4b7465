package org.muniment.batch.ingest.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that is not compressed: one stretch. */
final class PlainStretch implements Stretch {
    private final InputStream in;

    PlainStretch(Path file) throws IOException {
        this.in = Files.newInputStream(file);
    }

    @Override
    public InputStream bytes() {
        return in;
    }

    @Override
    public Optional<Damage> next() {
        return Optional.empty();
    }

    @Override
    public String place(long offset) {
        return String.valueOf(offset);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
