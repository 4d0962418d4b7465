package org.muniment.archive.item.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/**
 * What passes between the archive and a worker process, all numbers big-endian. A request: milliseconds (long), characters
 * (int), name and type (length and UTF-8), content (length and bytes). An answer: type, text and gap; asked for
 * {@link #MESSAGE}, a length (long) and a MIME message follow, -1 for none.
 */
final class Frames {
    /** The first byte a worker says, once its parsers are loaded. */
    static final byte READY = 'R';

    /** Asked for as a type: the content is Outlook's, and wanted as a MIME message. */
    static final String MESSAGE = "message/rfc822; from=outlook";

    private Frames() {}

    record Request(long milliseconds, int characters, String name, String type, byte[] content) {}

    static void write(
            DataOutputStream out, ExtractionLimits limits, String name, String type, InputStream content, int size)
            throws IOException {
        out.writeLong(limits.time().toMillis());
        out.writeInt(limits.characters());
        write(out, name);
        write(out, type);
        out.writeInt(size);
        if (content.transferTo(out) != size) {
            throw new IOException("The content changed while it was handed to a worker");
        }
        out.flush();
    }

    static Request readRequest(DataInputStream in) throws IOException {
        return new Request(in.readLong(), in.readInt(), readText(in), readText(in), readBytes(in));
    }

    static void write(DataOutputStream out, Extract extract) throws IOException {
        write(out, extract.type());
        write(out, extract.text());
        write(out, extract.gap());
        out.flush();
    }

    static Extract readExtract(DataInputStream in) throws IOException {
        return new Extract(readText(in), readText(in), readText(in));
    }

    /** Writes what follows an answer. */
    static void write(DataOutputStream out, Optional<Spool> message) throws IOException {
        out.writeLong(message.map(Spool::size).orElse(-1L));
        if (message.isPresent()) {
            try (InputStream in = message.get().open()) {
                in.transferTo(out);
            }
        }
        out.flush();
    }

    /** Reads what follows an answer. */
    static Optional<Spool> readMessage(DataInputStream in, Path folder) throws IOException {
        long left = in.readLong();
        if (left < 0) {
            return Optional.empty();
        }
        try (SpoolWriter spool = new SpoolWriter(folder)) {
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException();
                }
                spool.write(buffer, 0, read);
                left -= read;
            }
            return Optional.of(spool.finish());
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
