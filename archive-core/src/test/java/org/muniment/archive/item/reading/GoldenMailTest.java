package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/**
 * Every mail under {@code mail/} reads as the text file beside it says. After a change that is meant, run with {@code
 * -Dgolden.write=true} and look at the difference.
 */
class GoldenMailTest {
    private static final Path MAIL = Path.of("src/test/resources/org/muniment/archive/item/reading/mail");

    @TempDir
    Path scratch;

    static Stream<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(MAIL)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void aMailReadsAsItsGoldenFileSays(Path mail) throws IOException {
        byte[] bytes = Files.readAllBytes(mail);
        Path golden = Path.of(mail.toString().replace(".eml", ".txt"));
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, scratch)) {
            String rendering = Rendering.of(reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE));
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(golden, rendering);
            }
            assertThat(rendering).isEqualTo(Files.readString(golden));
        }
    }
}
