package org.muniment.batch.ingest.outlook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Spool;
import org.muniment.archive.store.SpoolWriter;

/** What the process that reads a data file says, in its order; numbers big-endian, texts with their length. */
sealed interface PstFrame {
    /** Something is about to be read: if nothing follows, this is what cannot be. */
    record Turn(long ordinal, String place) implements PstFrame {}

    /** A message, written as MIME. */
    record Message(long ordinal, String place, String folder, List<String> flags, Spool bytes) implements PstFrame {}

    /** Something that cannot be read, in plain words without content. */
    record Unread(long ordinal, String place, String reason) implements PstFrame {}

    /** The end. */
    record End() implements PstFrame {}

    static void write(DataOutputStream out, PstFrame frame) throws IOException {
        switch (frame) {
            case Turn turn -> {
                out.writeByte('T');
                place(out, turn.ordinal(), turn.place());
            }
            case Message message -> {
                out.writeByte('M');
                place(out, message.ordinal(), message.place());
                text(out, message.folder());
                text(out, String.join(" ", message.flags()));
                out.writeLong(message.bytes().size());
                try (InputStream in = message.bytes().open()) {
                    in.transferTo(out);
                }
            }
            case Unread unread -> {
                out.writeByte('U');
                place(out, unread.ordinal(), unread.place());
                text(out, unread.reason());
            }
            case End end -> out.writeByte('E');
        }
        out.flush();
    }

    private static void place(DataOutputStream out, long ordinal, String place) throws IOException {
        out.writeLong(ordinal);
        text(out, place);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads the next one.
     *
     * @param spool folder for large messages
     * @throws EOFException when the process ended without saying so
     */
    static PstFrame read(DataInputStream in, Path spool) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'T' -> new Turn(in.readLong(), text(in));
            case 'M' -> new Message(in.readLong(), text(in), text(in), words(text(in)), bytes(in, spool));
            case 'U' -> new Unread(in.readLong(), text(in), text(in));
            case 'E' -> new End();
            default -> throw new IOException("The process that reads Outlook files spoke out of turn");
        };
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Spool bytes(DataInputStream in, Path folder) throws IOException {
        long left = in.readLong();
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
            return spool.finish();
        }
    }

    /** A time as milliseconds; nothing for null. */
    static @Nullable Instant time(java.util.@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
