package org.muniment.batch.ingest.mbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/**
 * Splits an mbox at its From lines: those at the start or behind an empty line that look like one. Streams: memory does
 * not grow with the file nor with a message. Line ends stay as they are.
 */
final class MboxSplitter {
    private static final byte[] NOTHING = new byte[0];

    private final Lines lines;
    private final Path folder;
    private byte @Nullable [] fromLine;
    private long offset;

    /**
     * @param offset of the stream's first byte in the file: its start, or the end of a fragment
     * @param folder for large messages
     */
    MboxSplitter(InputStream in, long offset, Path folder) throws IOException {
        this.lines = new Lines(in, offset);
        this.offset = offset;
        this.folder = folder;
        boolean any = lines.next();
        this.fromLine = !any ? null : isFromLine() ? lines.bytes() : NOTHING;
    }

    private boolean isFromLine() {
        return lines.begins() && lines.startsWith(Quoting.FROM, 0) && FromLine.is(lines.text(), lines.ahead());
    }

    /** The next part of the file; empty at its end. */
    Optional<Fragment> next() throws IOException {
        byte[] from = fromLine;
        if (from == null) {
            return Optional.empty();
        }
        long start = offset;
        fromLine = null;
        try (SpoolWriter quoted = new SpoolWriter(folder)) {
            Quoting.Evidence evidence = new Quoting.Evidence();
            byte[] separator = copy(from.length == 0, quoted, evidence);
            Quoting quoting = evidence.found();
            return Optional.of(
                    new Fragment(start, from, quoting, original(quoting, quoted.finish()), separator, offset));
        }
    }

    /** Copies up to the next From line, and gives the empty line in front of it. */
    private byte[] copy(boolean lineAtHand, SpoolWriter message, Quoting.Evidence evidence) throws IOException {
        byte[] held = NOTHING;
        boolean more = lineAtHand || lines.next();
        while (more) {
            if (held.length > 0 && isFromLine()) {
                fromLine = lines.bytes();
                break;
            }
            message.write(held, 0, held.length);
            held = NOTHING;
            evidence.see(lines);
            if (lines.isBlank()) {
                held = lines.bytes();
            } else {
                lines.writeTo(message);
            }
            more = lines.next();
        }
        offset = lines.offset();
        return held;
    }

    private Spool original(Quoting quoting, Spool quoted) throws IOException {
        if (quoting == Quoting.NONE) {
            return quoted;
        }
        try (quoted;
                InputStream in = quoted.open();
                SpoolWriter message = new SpoolWriter(folder)) {
            quoting.undo(in, message);
            return message.finish();
        }
    }
}
