package org.muniment.batch.ingest.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.store.Spool;

class AudioLengthTest {
    private static final Path DEMO = Path.of("../search-api/src/main/resources/demo/voicemail");

    /** Eight-bit sound of 8,000 samples a second. */
    static byte[] wav(int samples, int told) {
        ByteBuffer wav = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + told).put("WAVEfmt ".getBytes()).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(8_000)
                .putInt(8_000)
                .putShort((short) 1)
                .putShort((short) 8);
        wav.put("data".getBytes()).putInt(told);
        return wav.array();
    }

    private static double seconds(byte[] bytes) throws IOException {
        return AudioLength.of(Spool.of(bytes)).orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    @ParameterizedTest
    @CsvSource({
        "20240314-164512-superintendent.mp3, 15.6",
        "20250213-074455-maintenance.director.wav, 6.2",
        "20250919-072801-counselor.high.ogg, 11.0"
    })
    void theLengthIsWhatTheTelephoneSystemTold(String file, double told) throws IOException {
        assertThat(seconds(Files.readAllBytes(DEMO.resolve(file)))).isCloseTo(told, within(0.2));
    }

    @Test
    void aRecordingThatWasCutOffCountsWhatIsThere() throws IOException {
        assertThat(seconds(wav(12_000, 12_000))).isEqualTo(1.5);
        assertThat(seconds(wav(12_000, 0))).isEqualTo(1.5);
        assertThat(seconds(wav(12_000, -1))).isEqualTo(1.5);
    }

    @Test
    void framesOfAmrAndTheHeaderOfMp4AreCounted() throws IOException {
        ByteBuffer amr = ByteBuffer.allocate(6 + 100 * 32).put("#!AMR\n".getBytes());
        for (int i = 0; i < 100; i++) {
            amr.put(6 + i * 32, (byte) (7 << 3));
        }
        assertThat(seconds(amr.array())).isEqualTo(2.0);
        ByteBuffer mp4 = ByteBuffer.allocate(60);
        mp4.putInt(16).put("ftypM4A ".getBytes()).putInt(0);
        mp4.putInt(44).put("moov".getBytes()).putInt(36).put("mvhd".getBytes());
        mp4.putInt(0).putInt(0).putInt(0).putInt(1_000).putInt(7_250);
        assertThat(seconds(mp4.array())).isEqualTo(7.25);
    }

    @Test
    void noBytesMakeItFail() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[][] seeds = {
            wav(400, 400),
            Files.readAllBytes(DEMO.resolve("20240314-164512-superintendent.mp3")),
            Files.readAllBytes(DEMO.resolve("20250919-072801-counselor.high.ogg"))
        };
        int told = 0;
        for (int i = 0; i < 600; i++) {
            byte[] bytes = seeds[i % seeds.length].clone();
            for (int change = 0; change < 20; change++) {
                bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt();
            }
            told += seconds(bytes) > 0 ? 1 : 0;
        }
        assertThat(told).isPositive();
    }
}
