package org.muniment.batch.ingest.mbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * How the program that wrote an mbox kept lines of a message that begin with {@code From } from being taken for the next
 * message. Each kind can be undone, and done again to get the file's own bytes.
 */
enum Quoting {
    /** Not at all: a line beginning with {@code From } stands in the message as it was. */
    NONE,
    /** {@code From } became {@code >From }; lines with more {@code >} in front are the message's own. */
    MBOXO,
    /** Every line of any number of {@code >} and {@code From } got one more {@code >}. */
    MBOXRD;

    static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private boolean isQuoted(int marks) {
        return switch (this) {
            case NONE -> false;
            case MBOXO -> marks == 1;
            case MBOXRD -> marks >= 1;
        };
    }

    /** Writes the message as it was before it was quoted. */
    void undo(InputStream quoted, OutputStream message) throws IOException {
        Lines lines = new Lines(quoted, 0);
        while (lines.next()) {
            int marks = lines.begins() ? lines.run((byte) '>') : 0;
            boolean mark = isQuoted(marks) && lines.startsWith(FROM, marks);
            lines.writeTo(message, mark ? 1 : 0);
        }
    }

    /**
     * Finds out how a message is quoted from its own lines: one that begins with {@code From } proves that nothing was
     * quoted; {@code >>From } among lines of a reply that begin with {@code >>} too is the reply's own, so mboxo.
     */
    static final class Evidence {
        private int previousMarks;
        private boolean bare;
        private boolean quoted;
        private int own;
        private int added;

        void see(Lines lines) {
            if (!lines.begins()) {
                return;
            }
            int marks = lines.run((byte) '>');
            if (lines.startsWith(FROM, marks)) {
                bare |= marks == 0;
                quoted |= marks > 0;
                if (marks > 1) {
                    own += previousMarks == marks ? 1 : 0;
                    added += previousMarks == marks ? 0 : 1;
                }
            }
            previousMarks = marks;
        }

        Quoting found() {
            if (bare || !quoted) {
                return NONE;
            }
            return own > 0 && added == 0 ? MBOXO : MBOXRD;
        }
    }
}
