package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Coverage.Extent;
import org.muniment.archive.item.Coverage.Gap;
import org.muniment.archive.item.ItemText.AttachmentText;
import org.muniment.archive.item.Reading;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** What is read of attached files, through a whole mail and a real worker process. */
class AttachedFileTest {
    @TempDir
    static Path scratch;

    private static ItemReader reader;

    @BeforeAll
    static void open() {
        reader = new ItemReader(ReadingLimits.DEFAULT, scratch);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static Reading read(String name, byte[] content) {
        byte[] mail = ItemReaderTest.attached(name, content);
        return reader.read(Digest.of(mail), Spool.of(mail), Receipt.NONE);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AttachedFileTest.class.getResourceAsStream("files/" + name))) {
            return in.readAllBytes();
        }
    }

    private static List<String> texts(Reading reading) {
        return reading.text().attachments().stream().map(AttachmentText::text).toList();
    }

    private static List<Gap> gaps(Reading reading) {
        return reading.item().coverage().gaps();
    }

    private static void assertReads(String name, String type, String... words) throws IOException {
        Reading reading = read(name, file(name));
        assertThat(reading.item().attachments().getFirst().type()).isEqualTo(type);
        assertThat(texts(reading)).singleElement().asString().contains(words);
        assertThat(reading.item().coverage().extent()).isEqualTo(Extent.FULLY);
    }

    @Test
    void officeDocumentsAndPdfAreRead() throws IOException {
        String office = "application/vnd.openxmlformats-officedocument.";
        assertReads("agenda.pdf", "application/pdf", "the gymnasium roof");
        assertReads("plan.docx", office + "wordprocessingml.document", "Individual plan for the spring term");
        assertReads("budget.xlsx", office + "spreadsheetml.sheet", "Transportation\t41250");
        assertReads("forecast.pptx", office + "presentationml.presentation", "Enrollment forecast");
    }

    @Test
    void richTextAndHtmlAreRead() {
        assertThat(texts(
                        read("a.rtf", "{\\rtf1\\ansi\\pard Rich {\\b text}\\par}".getBytes(StandardCharsets.US_ASCII))))
                .containsExactly("Rich text");
        assertThat(texts(read(
                        "a.html", "<p>One<p>Two<table><tr><td>x<td>y</table>".getBytes(StandardCharsets.US_ASCII))))
                .containsExactly("One\nTwo\nx\ty");
    }

    @Test
    void encryptedFilesAreGapsThatSaySo() throws IOException {
        assertThat(gaps(read("secret.pdf", file("encrypted.pdf")))).containsExactly(new Gap("2", "password-protected"));
        assertThat(gaps(read("secret.docx", file("encrypted.docx"))))
                .containsExactly(new Gap("2", "password-protected"));
    }

    @Test
    void aTruncatedPdfIsDamaged() throws IOException {
        Reading reading = read("half.pdf", Arrays.copyOf(file("agenda.pdf"), 150));
        assertThat(gaps(reading))
                .singleElement()
                .extracting(Gap::reason)
                .asString()
                .startsWith("damaged");
        assertThat(reading.text().body()).isEqualTo("See the file.");
    }

    @Test
    void membersOfArchivesAreAttachmentsWithTheirOwnPlaces() throws IOException {
        byte[] inner = zip("deep.txt", "at the bottom".getBytes(StandardCharsets.UTF_8));
        Reading reading = read(
                "all.zip",
                zip("minutes/inner.zip", inner, "../../etc/notes.txt", "up".getBytes(StandardCharsets.UTF_8)));
        assertThat(reading.item().attachments().stream().map(Attachment::place))
                .containsExactly("2", "2!minutes/inner.zip", "2!minutes/inner.zip!deep.txt", "2!../../etc/notes.txt");
        assertThat(reading.item().attachments().getLast().name()).isEqualTo("notes.txt");
        assertThat(texts(reading)).containsExactly("at the bottom", "up");
        assertThat(reading.item().coverage().extent()).isEqualTo(Extent.FULLY);
    }

    @Test
    void anArchiveOfArchivesEndsAtTheDepthLimit() throws IOException {
        byte[] bomb = "x".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 60; i++) {
            bomb = zip("again.zip", bomb);
        }
        Reading reading = read("42.zip", bomb);
        assertThat(gaps(reading)).extracting(Gap::reason).containsExactly("nested too deep");
    }

    @Test
    void aZipThatBreaksOffGivesWhatItHasAndAGap() throws IOException {
        byte[] whole = zip(
                "a.txt",
                "first".getBytes(StandardCharsets.UTF_8),
                "b.txt",
                "x".repeat(9_000).getBytes(StandardCharsets.UTF_8));
        Reading reading = read("half.zip", Arrays.copyOf(whole, 70));
        assertThat(texts(reading)).contains("first");
        assertThat(reading.item().coverage().extent()).isEqualTo(Extent.PARTLY);
    }

    private static byte[] zip(String name, byte[] content, Object... more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, name, content);
            for (int i = 0; i < more.length; i += 2) {
                put(zip, (String) more[i], (byte[]) more[i + 1]);
            }
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
