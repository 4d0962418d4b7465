package org.muniment.batch.ingest.voicemail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.muniment.archive.store.Spool;

/** How long a recording lasts, told by its own bytes: WAV (RIFF), MP3 (MPEG audio), Ogg (RFC 3533), MP4, AMR (RFC 4867). */
final class AudioLength {
    private static final int LONGEST = 256 << 20;
    private static final int[] AMR_BYTES = {13, 14, 16, 18, 20, 21, 27, 32, 6, 1, 1, 1, 1, 1, 1, 1};

    private final ByteBuffer bytes;

    private AudioLength(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** The length; empty when it can't be told. */
    static Optional<Duration> of(Spool recording) throws IOException {
        if (recording.size() > LONGEST) {
            return Optional.empty();
        }
        try (InputStream in = recording.open()) {
            return new AudioLength(in.readAllBytes())
                    .length()
                    .filter(length -> !length.isZero() && !length.isNegative());
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Duration> length() {
        if (is(0, "RIFF")) {
            return wav();
        }
        if (is(0, "OggS")) {
            return ogg();
        }
        if (is(0, "#!AMR\n")) {
            return amr();
        }
        return is(4, "ftyp") ? mp4(0, bytes.limit()) : new MpegFrames(bytes).length();
    }

    private boolean is(int at, String mark) {
        byte[] expected = mark.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || at + expected.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes.get(at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static Duration units(double count, double perSecond) {
        return Duration.ofMillis(Math.round(count * 1000 / perSecond));
    }

    /** A recorder that was cut off leaves a data size of nothing or too much: then what is there counts. */
    private Optional<Duration> wav() {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        long perSecond = 0;
        int at = 12;
        while (at + 8 <= bytes.limit()) {
            long size = bytes.getInt(at + 4) & 0xffffffffL;
            if (is(at, "fmt ")) {
                perSecond = bytes.getInt(at + 16) & 0xffffffffL;
            }
            if (is(at, "data")) {
                long there = bytes.limit() - at - 8L;
                long sound = size == 0 || size > there ? there : size;
                return perSecond == 0 ? Optional.empty() : Optional.of(units(sound, perSecond));
            }
            at = Math.toIntExact(at + 8 + size + (size & 1));
        }
        return Optional.empty();
    }

    /** The last page's granule position counts samples: of Opus always 48,000 a second (RFC 7845), of Vorbis as it says. */
    private Optional<Duration> ogg() {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int segments = bytes.get(26) & 0xff;
        int packet = 27 + segments;
        double perSecond = is(packet, "OpusHead")
                ? 48_000
                : is(packet, "\u0001vorbis")
                        ? bytes.getInt(packet + 12)
                        : is(packet, "Speex   ") ? bytes.getInt(packet + 36) : 0;
        for (int at = bytes.limit() - 27; at >= 0 && perSecond > 0; at--) {
            if (is(at, "OggS") && bytes.getLong(at + 6) > 0) {
                return Optional.of(units(bytes.getLong(at + 6), perSecond));
            }
        }
        return Optional.empty();
    }

    /** Frames of 20 milliseconds. */
    private Optional<Duration> amr() {
        int frames = 0;
        for (int at = 6; at < bytes.limit(); at += AMR_BYTES[bytes.get(at) >> 3 & 15]) {
            frames++;
        }
        return Optional.of(Duration.ofMillis(20L * frames));
    }

    /** The movie header's duration over its time scale. */
    private Optional<Duration> mp4(int from, int to) {
        int at = from;
        while (at + 8 <= to) {
            int size = bytes.getInt(at);
            int box = size < 8 ? to - at : Math.min(size, to - at);
            if (is(at + 4, "moov")) {
                return mp4(at + 8, at + box);
            }
            if (is(at + 4, "mvhd")) {
                boolean wide = bytes.get(at + 8) == 1;
                int scale = at + 8 + (wide ? 20 : 12);
                double duration = wide ? bytes.getLong(scale + 4) : bytes.getInt(scale + 4) & 0xffffffffL;
                return Optional.of(units(duration, bytes.getInt(scale)));
            }
            at += box;
        }
        return Optional.empty();
    }
}
