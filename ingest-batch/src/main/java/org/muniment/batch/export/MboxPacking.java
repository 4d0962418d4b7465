package org.muniment.batch.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.store.Spool;

/**
 * A mailbox file (RFC 4155) with the quoting of mboxrd: every line of a message that begins with any number of {@code >} and
 * {@code From } gets one more {@code >}, so that taking one off gives the bytes back. Line ends stay as they are; a message
 * that does not end in one gets one.
 */
final class MboxPacking implements Packing {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final OutputStream out;
    private long number;

    MboxPacking(OutputStream out) {
        this.out = out;
    }

    @Override
    public String add(Item item, BytesKind kind, Spool bytes) throws IOException, LeftOut {
        if (kind != BytesKind.MESSAGE) {
            throw new LeftOut("it is no message (." + kind.suffix() + "); a zip file has it");
        }
        out.write(("From " + sender(item) + " " + ASCTIME.format(time(item.dates())) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = new BufferedInputStream(bytes.open())) {
            new Quoted(in).copy();
        }
        out.write('\n');
        return "message " + ++number;
    }

    private static String sender(Item item) {
        return item.people().from().stream()
                .map(one -> one.address().replaceAll("[^!-~]", ""))
                .filter(address -> address.indexOf('@') > 0)
                .findFirst()
                .orElse("MAILER-DAEMON");
    }

    private static Instant time(Dates dates) {
        Instant known = dates.received() == null ? dates.sent() : dates.received();
        boolean writable = known != null && known.isAfter(Instant.EPOCH) && known.isBefore(LAST);
        return writable && known != null ? known : Instant.EPOCH;
    }

    /** A message on its way into the file. */
    private final class Quoted {
        private final InputStream in;
        private boolean begins = true;
        private int marks;
        private int matched;

        Quoted(InputStream in) {
            this.in = in;
        }

        void copy() throws IOException {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (!begins || !holds(next)) {
                    out.write(next);
                    begins = next == '\n';
                }
            }
            release();
            if (!begins) {
                out.write('\n');
            }
        }

        /** Whether this byte may still be of the beginning that is quoted; what was held before is written otherwise. */
        private boolean holds(int next) throws IOException {
            if (matched == 0 && next == '>') {
                marks++;
                return true;
            }
            if (next != FROM[matched]) {
                release();
                return false;
            }
            matched++;
            if (matched == FROM.length) {
                out.write('>');
                release();
            }
            return true;
        }

        private void release() throws IOException {
            for (; marks > 0; marks--) {
                out.write('>');
                begins = false;
            }
            if (matched > 0) {
                out.write(FROM, 0, matched);
                matched = 0;
                begins = false;
            }
        }
    }
}
