package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final List<String> FABLES = List.of("tortoise", "stork", "frösche", "wolf");

    /** Pictures, receipts and files of other projects only; m1011 was spoilt by its sender. */
    private static final List<String> NO_FABLE = List.of(
            "m0012.txt",
            "m0013.txt",
            "m0022.txt",
            "m0024.txt",
            "m1011.txt",
            "m1013.txt",
            "m3001.txt",
            "m3003.txt",
            "m4006.txt",
            "m4007.txt",
            "m4009.txt");

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

    /** Nearly every mail of this set carries a fable, in every encoding and break a mail can have. */
    @Test
    @Timeout(120)
    void theFableInAMailIsFound() throws IOException {
        List<Path> mails = files("torture-a/zbateson/emails", "m[0-9]{4}\\.txt");
        assertThat(mails).hasSizeGreaterThan(40);
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, scratch)) {
            List<String> without = new ArrayList<>();
            for (Path mail : mails) {
                Reading reading = read(reader, mail);
                String words = reading.text().toString().toLowerCase(Locale.ROOT);
                if (FABLES.stream().noneMatch(words::contains)) {
                    without.add(mail.getFileName().toString());
                }
            }
            assertThat(without).isSubsetOf(NO_FABLE);
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
