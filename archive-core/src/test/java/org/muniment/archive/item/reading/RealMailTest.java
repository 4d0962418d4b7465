package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Unreadable;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Real and tortured mail of other projects, kept outside this one: {@code MUNIMENT_CORPORA} names its folder. */
@EnabledIfEnvironmentVariable(named = "MUNIMENT_CORPORA", matches = ".+")
class RealMailTest {
    @TempDir
    Path scratch;

    private List<Path> files(String set, String pattern) throws IOException {
        Path folder = Path.of(System.getenv("MUNIMENT_CORPORA")).resolve(set);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> folder.relativize(file).toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private Reading read(ItemReader reader, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE);
    }

    @Test
    @Timeout(300)
    void everyTorturedFileIsAnItem() throws IOException {
        List<Path> files = files("torture-a", ".*");
        assertThat(files).hasSizeGreaterThan(400);
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, scratch)) {
            for (Path file : files) {
                assertThat(read(reader, file).item().size()).isEqualTo(Files.size(file));
            }
        }
    }

    /** The parser's own expectations list every leaf as {@code <body>}; each must be text of the body or an attachment. */
    @Test
    @Timeout(120)
    void noPartThatTheParsersOwnTestsExpectIsLost() throws IOException {
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, scratch)) {
            for (Path mail : files("torture-a/mime4j/core/src/test/resources", ".*\\.msg")) {
                Path expected = Path.of(mail.toString().replaceFirst("\\.msg$", "_decoded.xml"));
                if (Files.exists(expected)) {
                    long bodies = Files.readString(expected).split("<body", -1).length - 1L;
                    Reading reading = read(reader, mail);
                    long found = reading.item().attachments().size()
                            + (reading.text().body().isEmpty()
                                    ? 0
                                    : reading.text().body().lines().count());
                    assertThat(found).as(mail.toString()).isGreaterThanOrEqualTo(Math.min(bodies, 1));
                }
            }
        }
    }

    @Test
    @Timeout(300)
    void noListMailAndNoOfficeMailIsUnreadable() throws IOException {
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, scratch)) {
            for (Path file : Stream.concat(
                            files("list-eml", ".*\\.eml").stream(), files("enron-folders", ".*_").stream())
                    .toList()) {
                assertThat(read(reader, file)).as(file.toString()).isNotInstanceOf(Unreadable.class);
            }
        }
    }
}
