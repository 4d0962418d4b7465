package org.muniment.archive.production.loadfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.production.BatesNumber;

/** Opticon load files, byte by byte. */
class OptTest {
    private static OptLine page(long number, long pages) {
        BatesNumber bates = new BatesNumber("CUSD", number);
        return new OptLine(bates, "VOL001", ".\\VOL001\\IMAGES\\" + bates + ".tif", pages);
    }

    private static String written(List<OptLine> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OptWriter opt = new OptWriter(out)) {
            for (OptLine line : lines) {
                opt.write(line);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<OptLine> read(String text) throws IOException {
        List<OptLine> lines = new ArrayList<>();
        try (OptReader opt = new OptReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            for (Optional<OptLine> line = opt.next(); line.isPresent(); line = opt.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    @Test
    void theBytesAreThoseThatOpticonReads() throws IOException {
        assertThat(written(List.of(page(1, 2), page(2, 0), page(3, 1))))
                .isEqualTo("CUSD-000000001,VOL001,.\\VOL001\\IMAGES\\CUSD-000000001.tif,Y,,,2\r\n"
                        + "CUSD-000000002,VOL001,.\\VOL001\\IMAGES\\CUSD-000000002.tif,,,,\r\n"
                        + "CUSD-000000003,VOL001,.\\VOL001\\IMAGES\\CUSD-000000003.tif,Y,,,1\r\n");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        long seed = System.nanoTime();
        System.out.println("OptTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<OptLine> lines = new ArrayList<>();
            for (int document = random.nextInt(5); document > 0; document--) {
                int pages = 1 + random.nextInt(4);
                for (int page = 0; page < pages; page++) {
                    lines.add(page(lines.size() + 1L, page == 0 ? pages : 0));
                }
            }
            assertThat(read(written(lines))).as("seed %d", seed).isEqualTo(lines);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUSD-000000001,VOL001,.\\a.tif,Y,,",
                "CUSD-000000001,VOL001,.\\a.tif,Y,,,2\r\n",
                "CUSD-000000001,VOL001,.\\a.tif,Y,,,1\r\nCUSD-000000002,VOL001,.\\a.tif,,,,\r\n",
                "CUSD-000000001,VOL001,.\\a.tif,,,,\r\n",
                "CUSD-000000001,VOL001,.\\a.tif,Y,,,0\r\n",
                "CUSD-000000001,VOL001,.\\a.tif,N,,,1\r\n",
                "CUSD-1,VOL001,.\\a.tif,Y,,,1\r\n",
                "CUSD-000000001,,.\\a.tif,Y,,,1\r\n"
            })
    void whatIsNoLoadFileIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(LoadFileMalformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\"b", "a\nb", ""})
    void aPathThatWouldBreakALineIsRefused(String path) {
        BatesNumber one = new BatesNumber("CUSD", 1);
        assertThatThrownBy(() -> new OptLine(one, "VOL001", path, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
