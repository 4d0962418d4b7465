package org.muniment.batch.ingest.warc;

import java.io.IOException;
import java.io.RandomAccessFile;

/** Heads of gzip members (RFC 1952 2.3). */
final class GzipHead {
    private static final int FIXED = 10;
    private static final int LONGEST = 1 << 16;
    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private GzipHead() {}

    /** Bytes of the head that begins at an offset; -1 when none does. */
    static long length(RandomAccessFile file, long offset) throws IOException {
        byte[] head = new byte[(int) Math.min(LONGEST, file.length() - offset)];
        file.seek(offset);
        file.readFully(head);
        if (head.length < FIXED || !isStart(head, 0)) {
            return -1;
        }
        int flags = head[3];
        int at = FIXED;
        if ((flags & EXTRA) != 0 && at + 2 <= head.length) {
            at += 2 + (head[at] & 0xff) + ((head[at + 1] & 0xff) << 8);
        }
        at = (flags & NAME) == 0 ? at : behindZero(head, at);
        at = (flags & COMMENT) == 0 ? at : behindZero(head, at);
        at += (flags & CHECKSUM) == 0 ? 0 : 2;
        return at <= head.length ? at : -1;
    }

    private static int behindZero(byte[] head, int from) {
        int at = from;
        while (at < head.length && head[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private static boolean isStart(byte[] bytes, int at) {
        return (bytes[at] & 0xff) == 0x1f
                && (bytes[at + 1] & 0xff) == 0x8b
                && bytes[at + 2] == 8
                && (bytes[at + 3] & 0xe0) == 0;
    }

    /** The first offset from one on at which a member seems to begin; the file's length when none does. */
    static long find(RandomAccessFile file, long from) throws IOException {
        byte[] block = new byte[1 << 16];
        for (long start = from; start < file.length(); start += block.length - 3) {
            file.seek(start);
            int read = file.read(block);
            for (int i = 0; i + 3 < read; i++) {
                if (isStart(block, i)) {
                    return start + i;
                }
            }
        }
        return file.length();
    }
}
