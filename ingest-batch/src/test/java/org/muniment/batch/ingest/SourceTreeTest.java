package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
    private static final String FROM = "From clerk@district.example Mon Mar  2 09:30:00 2026\n";
    private static final String TWO = FROM + "Subject: a\n\nOne\n\n" + FROM + "Subject: b\n\nTwo\n\n";

    @TempDir
    private Path folder;

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private List<Entry> read(SourceType type, Optional<Position> after) throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        new SourceTree(folder, type, folder.resolveSibling("spool")).read(after, entries::add);
        return entries;
    }

    private static String text(Entry entry) {
        return switch (entry) {
            case Rejected rejected -> "rejected: " + rejected.reason();
            case RawContainer container -> "container: " + container.format();
            case RawItem raw -> {
                try (InputStream in = raw.bytes().open()) {
                    yield new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private void sample() throws IOException {
        write("alice/inbox/1_", "Subject: one\n\nx");
        write("alice/inbox/2.eml", FROM + "Subject: saved with its From line\n\nx");
        write("alice/Archive.mbox", TWO);
        write("bob/cur/1556669091.M3P1.a:2,RS", "Subject: cur\n\nx");
        write("bob/new/1556669092.M4P1.a", "Subject: new\n\nx");
        Files.createDirectories(folder.resolve("bob/tmp"));
        write("bob/dovecot-uidlist", "3 V1");
        write("bob/.Sent/cur/1556669093.M5P1.a:2,S", "Subject: sent\n\nx");
        write("bob/.Sent/new/x", TWO);
        write("readme.md", "no mail at all");
        Files.createDirectories(folder.resolve("empty"));
        write("thunderbird/Inbox", TWO);
        try (GZIPOutputStream zip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("old.mbox.gz")))) {
            zip.write(TWO.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void everyFileIsReadForWhatItIsAndNothingIsLeftOut() throws Exception {
        sample();
        assertThat(read(SourceType.AUTO, Optional.empty()))
                .extracting(Entry::place)
                .containsExactly(
                        "alice/Archive.mbox#0",
                        "alice/Archive.mbox#70",
                        "alice/inbox/1_",
                        "alice/inbox/2.eml",
                        "bob/new/1556669092.M4P1.a",
                        "bob/cur/1556669091.M3P1.a:2,RS",
                        "bob/.Sent/new/x",
                        "bob/.Sent/cur/1556669093.M5P1.a:2,S",
                        "old.mbox.gz#0",
                        "old.mbox.gz#70",
                        "readme.md",
                        "thunderbird/Inbox#0",
                        "thunderbird/Inbox#70");
    }

    @Test
    void foldersFlagsAndReceiptsComeFromTheContainer() throws Exception {
        sample();
        List<RawItem> raw = read(SourceType.AUTO, Optional.empty()).stream()
                .map(RawItem.class::cast)
                .toList();
        assertThat(raw)
                .extracting(RawItem::folder)
                .containsExactly(
                        "alice/Archive",
                        "alice/Archive",
                        "alice/inbox",
                        "alice/inbox",
                        "bob",
                        "bob",
                        "bob/Sent",
                        "bob/Sent",
                        "old",
                        "old",
                        "",
                        "thunderbird/Inbox",
                        "thunderbird/Inbox");
        assertThat(raw.get(5).flags()).containsExactly("answered", "seen");
        assertThat(raw.get(5).receipt().server()).isEqualTo("2019-05-01T00:04:51Z");
        assertThat(raw.get(0).receipt().mboxLine()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(raw.get(2).receipt().mboxLine()).isNull();
    }

    @Test
    void asEmlEveryFileIsOneMessageByteForByte() throws Exception {
        sample();
        List<Entry> entries = read(SourceType.EML, Optional.empty());
        assertThat(entries).hasSize(11);
        assertThat(text(entries.getFirst())).isEqualTo(TWO);
    }

    @Test
    void readingGoesOnBehindAnyPosition() throws Exception {
        sample();
        List<Entry> all = read(SourceType.AUTO, Optional.empty());
        for (int i = 0; i < all.size(); i++) {
            Position position = Position.parse(all.get(i).position().toString());
            assertThat(read(SourceType.AUTO, Optional.of(position)))
                    .extracting(Entry::place)
                    .as("after " + position)
                    .containsExactlyElementsOf(all.subList(i + 1, all.size()).stream()
                            .map(Entry::place)
                            .toList());
        }
    }

    @Test
    void aMessageThatIsMovedOrMarkedMeanwhileIsNotMissed() throws Exception {
        write("new/1.a", "Subject: 1\n\n");
        write("new/2.a", "Subject: 2\n\n");
        write("cur/3.a:2,", "Subject: 3\n\n");
        write("cur/4.a:2,", "Subject: 4\n\n");
        List<Entry> all = read(SourceType.MAILDIR, Optional.empty());
        assertThat(all).extracting(Entry::place).containsExactly("new/1.a", "new/2.a", "cur/3.a:2,", "cur/4.a:2,");
        Files.move(folder.resolve("new/2.a"), folder.resolve("cur/2.a:2,S"));
        Files.move(folder.resolve("cur/4.a:2,"), folder.resolve("cur/4.a:2,FS"));
        assertThat(read(SourceType.MAILDIR, Optional.of(all.getFirst().position())))
                .extracting(Entry::place)
                .containsExactly("cur/2.a:2,S", "cur/3.a:2,", "cur/4.a:2,FS");
    }

    @Test
    void whatCannotBeReadIsRejectedByNameAndTheRestIsRead() throws Exception {
        sample();
        byte[] zipped = Files.readAllBytes(folder.resolve("old.mbox.gz"));
        Files.write(folder.resolve("old.mbox.gz"), java.util.Arrays.copyOf(zipped, zipped.length - 12));
        Files.createSymbolicLink(folder.resolve("alice/loop"), folder);
        Files.createSymbolicLink(folder.resolve("alice/gone"), folder.resolve("nowhere"));
        write("bob/tmp/5.a", "half");
        assertThat(read(SourceType.AUTO, Optional.empty()))
                .filteredOn(Rejected.class::isInstance)
                .extracting(entry -> entry.place() + ": " + text(entry))
                .containsExactly(
                        "alice/gone: rejected: a link to nothing",
                        "alice/loop: rejected: a link to a folder; name that folder itself to take it in",
                        "bob/tmp/5.a: rejected: in tmp: its delivery to the Maildir never ended",
                        "old.mbox.gz#70: rejected: it ends too early; what follows from here is missing");
        assertThat(read(SourceType.AUTO, Optional.empty()))
                .extracting(Entry::place)
                .endsWith("thunderbird/Inbox#70");
    }

    @Test
    void aSingleFileIsASourceToo() throws Exception {
        write("one.mbox", TWO);
        List<Entry> entries = new ArrayList<>();
        new SourceTree(folder.resolve("one.mbox"), SourceType.AUTO, folder).read(Optional.empty(), entries::add);
        assertThat(entries).extracting(Entry::place).containsExactly("one.mbox#0", "one.mbox#70");
    }
}
