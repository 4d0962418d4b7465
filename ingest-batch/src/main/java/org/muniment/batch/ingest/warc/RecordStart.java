package org.muniment.batch.ingest.warc;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.muniment.archive.item.reading.WebRecordHead;
import org.muniment.archive.store.Spool;

/** Finds where a record begins among bytes. */
final class RecordStart {
    private static final int LONGEST_LINE = 4_096;

    private RecordStart() {}

    /** The offset of the first line from an offset on that begins a record; -1 when none does. */
    static long find(Spool bytes, long from) throws IOException {
        try (InputStream raw = bytes.open();
                InputStream in = new BufferedInputStream(raw, 1 << 16)) {
            in.skipNBytes(Math.min(from, bytes.size()));
            long at = from;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                at++;
                if (line.size() < LONGEST_LINE) {
                    line.write(b);
                }
                if (b == '\n') {
                    if (at - line.size() > from && WebRecordHead.isStart(line.toByteArray())) {
                        return at - line.size();
                    }
                    line.reset();
                }
            }
            return -1;
        }
    }
}
