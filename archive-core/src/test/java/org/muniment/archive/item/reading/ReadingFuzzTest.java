package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.text.ExtractionLimits;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Mails broken at random: always an item, never an exception. */
class ReadingFuzzTest {
    private static final int ROUNDS = 20_000;

    @TempDir
    Path scratch;

    @Test
    @Timeout(120)
    void aMailBrokenInAnyWayIsStillAnItem() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("ReadingFuzzTest -Dfuzz.seed=" + seed);
        Random random = new Random(seed);
        List<Path> mails = GoldenMailTest.mails().toList();
        ReadingLimits limits = new ReadingLimits(
                20, 200, 8 << 20, 100_000, 100_000, 100, new ExtractionLimits(Duration.ofSeconds(20), 128, 10_000, 1));
        try (ItemReader reader = new ItemReader(limits, scratch)) {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] bytes = mutate(Files.readAllBytes(mails.get(random.nextInt(mails.size()))), random);
                check(reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE), i, seed);
            }
        }
    }

    private static void check(Reading reading, int round, long seed) {
        Item item = reading.item();
        String all = Rendering.of(reading);
        assertThat(all.indexOf('\0'))
                .as("NUL in round %d of seed %d", round, seed)
                .isNegative();
        assertThat(item.subject().lines().count()).as("lines of subject").isLessThanOrEqualTo(1);
        assertThat(item.attachments().stream().map(file -> file.type().contains("/")))
                .doesNotContain(false);
    }

    private static byte[] mutate(byte[] mail, Random random) {
        byte[] bytes = mail;
        for (int times = 1 + random.nextInt(6); times > 0 && bytes.length > 2; times--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(80));
            bytes = switch (random.nextInt(5)) {
                case 0 -> flip(bytes, from, random);
                case 1 -> Arrays.copyOf(bytes, from);
                case 2 -> splice(bytes, from, Arrays.copyOfRange(bytes, from, to), from);
                case 3 -> splice(bytes, from, new byte[] {0, 0}, from);
                case 4 -> splice(bytes, from, new byte[0], to);
                default -> throw new IllegalStateException();
            };
        }
        return bytes;
    }

    private static byte[] flip(byte[] bytes, int at, Random random) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static byte[] splice(byte[] bytes, int from, byte[] middle, int to) {
        byte[] out = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, out, from, middle.length);
        System.arraycopy(bytes, to, out, from + middle.length, bytes.length - to);
        return out;
    }
}
