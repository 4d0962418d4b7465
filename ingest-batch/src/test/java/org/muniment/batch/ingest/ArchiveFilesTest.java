package org.muniment.batch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold files or messages are opened, within measure, and what can't be opened is named. */
class ArchiveFilesTest {
    private static final String FROM = "From clerk@district.example Mon Mar  2 09:30:00 2026\n";

    @TempDir
    private Path folder;

    /** An entry in a few words. */
    private record Seen(String place, String folder, List<String> flags, String text) {}

    private List<Entry> entries(Optional<Position> after) throws InterruptedException {
        List<Entry> entries = new ArrayList<>();
        new SourceTree(folder.resolve("mail"), SourceType.AUTO, folder.resolve("spool")).read(after, entries::add);
        return entries;
    }

    private List<Seen> read() throws InterruptedException {
        return entries(Optional.empty()).stream().map(ArchiveFilesTest::seen).toList();
    }

    private static Seen seen(Entry entry) {
        return switch (entry) {
            case Rejected rejected -> new Seen(rejected.place(), "", List.of(), "rejected: " + rejected.reason());
            case RawContainer one -> new Seen(one.place(), "", List.of(), "container: " + one.format());
            case RawItem raw -> {
                try (InputStream in = raw.bytes().open()) {
                    yield new Seen(
                            raw.place(),
                            raw.folder(),
                            raw.flags(),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                } finally {
                    raw.bytes().close();
                }
            }
        };
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve("mail"));
        Files.write(folder.resolve("mail").resolve(name), bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> files(Object... namesAndBytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndBytes.length; i += 2) {
            files.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
        }
        return files;
    }

    @Test
    void whatAnExportSaysThatItLacksIsNamedRowByRow() throws Exception {
        write(
                "vault.zip",
                zip(files(
                        "R1-account-exceptions.csv",
                        bytes(
                                "Account,Error\nann@district.example,Account suspended\n\nbo@district.example,\"Not\nfound\"\n"),
                        "R1-results-count.csv",
                        bytes("ann@district.example,53\n"))));
        List<Seen> seen = read();
        assertThat(seen)
                .extracting(Seen::place)
                .containsExactly(
                        "vault.zip!/R1-account-exceptions.csv#1",
                        "vault.zip!/R1-account-exceptions.csv#2",
                        "vault.zip!/R1-account-exceptions.csv",
                        "vault.zip!/R1-results-count.csv");
        assertThat(seen.getFirst().text())
                .isEqualTo("rejected: the export says that this could not be exported:"
                        + " Account ann@district.example; Error Account suspended");
        assertThat(seen.get(2).text()).startsWith("Account,Error");
        List<Entry> whole = entries(Optional.empty());
        assertThat(entries(Optional.of(whole.getFirst().position())))
                .extracting(Entry::place)
                .containsExactlyElementsOf(
                        whole.stream().skip(1).map(Entry::place).toList());
    }

    @Test
    void anExportIsReadThroughItsArchives() throws Exception {
        byte[] box = bytes(FROM + "X-Gmail-Labels: Inbox,Opened,=?UTF-8?Q?Caf=C3=A9?=,\"a, b\"\nSubject: a\n\nOne\n\n"
                + FROM + "Subject: b\n\nTwo\n");
        byte[] inner = zip(files("x/one.eml", bytes("Subject: inner\n\nx")));
        write(
                "takeout.zip",
                zip(files(
                        "Takeout/Mail/All.mbox", box,
                        "../../etc/in.zip", inner,
                        "notes/meta.csv", bytes("a,b\n"))));
        write("after.eml", bytes("Subject: z\n\nz"));
        List<Seen> seen = read();
        assertThat(seen)
                .extracting(Seen::place)
                .containsExactly(
                        "after.eml",
                        "takeout.zip!/Takeout/Mail/All.mbox#0",
                        "takeout.zip!/Takeout/Mail/All.mbox#"
                                + (new String(box, StandardCharsets.UTF_8).lastIndexOf(FROM)),
                        "takeout.zip!/etc/in.zip!/x/one.eml",
                        "takeout.zip!/notes/meta.csv");
        assertThat(seen.get(1).folder()).isEqualTo("Inbox");
        assertThat(seen.get(1).flags()).containsExactly("label-a,-b", "label-caf\u00e9", "label-inbox", "seen");
        assertThat(seen.get(2).folder()).isEqualTo("Takeout/Mail/All");
        assertThat(seen.get(3).folder()).isEqualTo("etc/x");
        try (Stream<Path> left = Files.list(folder.resolve("spool"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void readingGoesOnBehindAnyPosition() throws Exception {
        write("a.eml", bytes("Subject: a\n\na"));
        write(
                "b.zip",
                zip(files(
                        "one.eml", bytes("Subject: 1\n\n1"),
                        "in.zip", zip(files("x.eml", bytes("Subject: x\n\nx"), "y.eml", bytes("Subject: y\n\ny"))),
                        "box.mbox", bytes(FROM + "Subject: a\n\nOne\n\n" + FROM + "Subject: b\n\nTwo\n"))));
        write("c.eml", bytes("Subject: c\n\nc"));
        List<Entry> all = entries(Optional.empty());
        assertThat(all).hasSize(7);
        for (int i = 0; i < all.size(); i++) {
            assertThat(entries(Optional.of(all.get(i).position())))
                    .extracting(Entry::place)
                    .containsExactlyElementsOf(all.subList(i + 1, all.size()).stream()
                            .map(Entry::place)
                            .toList());
        }
    }

    @Test
    void aBombIsNamedAndLeft() throws Exception {
        write("bomb.zip", zip(files("zeros.eml", new byte[300 << 20], "mail.eml", bytes("Subject: a\n\na"))));
        assertThat(read())
                .extracting(Seen::text)
                .containsExactly("rejected: it unfolds to many times its size, like a zip bomb", "Subject: a\n\na");
    }

    @Test
    void aDamagedArchiveIsKeptAsItIsAndNamed() throws Exception {
        byte[] whole = zip(files("one.eml", bytes("Subject: 1\n\n1")));
        write("cut.zip", Arrays.copyOf(whole, whole.length - 30));
        write("junk.pst", bytes("!BDN and nothing more"));
        byte[] pst = new byte[2_000];
        System.arraycopy(bytes("!BDN"), 0, pst, 0, 4);
        pst[10] = 23;
        write("torn.pst", pst);
        List<Seen> seen = read();
        assertThat(seen)
                .extracting(Seen::place)
                .containsExactly("cut.zip", "cut.zip", "junk.pst", "junk.pst", "torn.pst", "torn.pst");
        assertThat(seen.get(0).text()).startsWith("rejected: this zip file can't be opened");
        assertThat(seen.get(2).text())
                .isEqualTo("rejected: this Outlook data file can't be opened: it ends in its header");
        assertThat(seen.get(4).text()).isEqualTo("container: pst");
        assertThat(seen.get(5).text()).startsWith("rejected: this Outlook data file can't be opened");
    }

    @Test
    void aMessageOfAppleMailIsTheMessageWithItsMarks() throws Exception {
        String mail = "Subject: a\n\nOne\n";
        String list = "<plist><dict><key>flags</key>\n<integer>17</integer></dict></plist>";
        write("1.emlx", bytes(mail.length() + "         \n" + mail + list));
        write("2.partial.emlx", bytes(mail.length() + "\n" + mail + list));
        write("3.emlx", bytes("no length\n" + mail));
        List<Seen> seen = read();
        assertThat(seen.get(0)).isEqualTo(new Seen("1.emlx", "", List.of("flagged", "seen"), mail));
        assertThat(seen.get(1).text()).contains("Attachments");
        assertThat(seen.get(2).flags()).containsExactly("flagged", "partial", "seen");
        assertThat(seen.get(3).text()).isEqualTo("no length\n" + mail);
    }
}
