package org.muniment.batch.ingest.voicemail;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** The frames of MPEG audio, layer III (ISO 11172-3, 13818-3), counted one by one: also right where the bit rate varies. */
final class MpegFrames {
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int VERSION_1 = 3;
    private static final int VERSION_2 = 2;

    private final ByteBuffer bytes;

    MpegFrames(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    Optional<Duration> length() {
        int at = behindTags();
        double seconds = 0;
        while (at + 4 <= bytes.limit()) {
            int header = bytes.getInt(at);
            int size = size(header);
            if (size <= 0) {
                at++;
                continue;
            }
            seconds += (double) samples(header) / rate(header);
            at += size;
        }
        return seconds == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** ID3v2: ten bytes, the last four a size of seven bits each. */
    private int behindTags() {
        if (bytes.limit() < 10 || bytes.get(0) != 'I' || bytes.get(1) != 'D' || bytes.get(2) != '3') {
            return 0;
        }
        int size = 0;
        for (int i = 6; i < 10; i++) {
            size = size << 7 | bytes.get(i) & 0x7f;
        }
        return 10 + size;
    }

    private static int version(int header) {
        return header >> 19 & 3;
    }

    private static int samples(int header) {
        return version(header) == VERSION_1 ? 1152 : 576;
    }

    private static int rate(int header) {
        int rate = RATES[header >> 10 & 3];
        return switch (version(header)) {
            case VERSION_1 -> rate;
            case VERSION_2 -> rate / 2;
            default -> rate / 4;
        };
    }

    /** Bytes of the frame; 0 when here begins none. */
    private static int size(int header) {
        boolean sync = (header >>> 21) == 0x7ff && version(header) != 1 && (header >> 17 & 3) == 1;
        int bits = header >> 12 & 15;
        if (!sync || bits == 0 || bits == 15 || (header >> 10 & 3) == 3) {
            return 0;
        }
        int kilobits = (version(header) == VERSION_1 ? KILOBITS_1 : KILOBITS_2)[bits];
        return samples(header) / 8 * kilobits * 1000 / rate(header) + (header >> 9 & 1);
    }
}
