package org.muniment.batch.ingest.outlook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first bytes of an Outlook data file tell of it (MS-PST 2.2.2.6). */
record PstHeader(int version, int encryption) {
    private static final byte[] MAGIC = {'!', 'B', 'D', 'N'};
    private static final int LENGTH = 564;
    private static final int UNICODE = 23;
    private static final int ANSI_CRYPT = 461;
    private static final int UNICODE_CRYPT = 513;

    static boolean isMagic(byte[] head) {
        return head.length >= MAGIC.length && java.util.Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static PstHeader of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(LENGTH);
            if (head.length < LENGTH) {
                return new PstHeader(-1, 0);
            }
            int version = head[10] & 0xff | (head[11] & 0xff) << 8;
            return new PstHeader(version, head[version < UNICODE ? ANSI_CRYPT : UNICODE_CRYPT] & 0xff);
        }
    }

    /** Why it cannot be read by anybody but Outlook, and what to do; empty when it can. */
    String refusal() {
        return switch (encryption) {
            case 0, 1, 2 -> version < 0 ? "it ends in its header" : "";
            case 0x10 ->
                "it is encrypted with the key of a Windows account. Open it on that account in Outlook, export it"
                        + " to a new data file, and take that in";
            default -> "it is encoded in a way that is not known (" + encryption + ")";
        };
    }
}
