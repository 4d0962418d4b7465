package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.reading.ItemContents.AttachedContent;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** What pages are made of, for the shapes that real mail comes in. */
class ItemContentsTest {
    private static final Path MAIL = Path.of("src/test/resources/org/muniment/archive/item/reading/mail");

    @TempDir
    static Path folder;

    private static ItemReader reader;

    @BeforeAll
    static void open() {
        reader = new ItemReader(ReadingLimits.DEFAULT, folder.resolve("scratch"));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    static List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(MAIL)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    private static void contents(byte[] mail, Consumer<ItemContents> check) {
        Path parts = folder.resolve("parts");
        try (ItemContents contents = reader.contents(Digest.of(mail), Spool.of(mail), Receipt.NONE, parts)) {
            check.accept(contents);
        }
        assertThat(files(parts)).as("files left behind").isEmpty();
    }

    private static List<Path> files(Path parts) {
        if (!Files.exists(parts)) {
            return List.of();
        }
        try (Stream<Path> left = Files.list(parts)) {
            return left.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] golden(String name) throws IOException {
        return Files.readAllBytes(MAIL.resolve(name));
    }

    private static byte[] bytes(AttachedContent part) {
        try (InputStream in = Files.newInputStream(part.file().orElseThrow())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String mail) {
        return mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void keepingThePartsChangesNothingOfWhatIsRead(Path file) throws IOException {
        byte[] mail = Files.readAllBytes(file);
        contents(mail, contents -> {
            assertThat(contents.reading()).isEqualTo(reader.read(Digest.of(mail), Spool.of(mail), Receipt.NONE));
            assertThat(contents.attachments().stream().map(AttachedContent::attachment))
                    .isEqualTo(contents.reading().item().attachments());
            for (AttachedContent part : contents.attachments()) {
                assertThat(Digest.of(bytes(part))).isEqualTo(part.attachment().digest());
            }
        });
    }

    @Test
    void ofAlternativesTheFormattedOneIsShown() throws IOException {
        contents(golden("alternative.eml"), contents -> {
            assertThat(contents.markup()).contains("<").doesNotContain("<div>");
            assertThat(contents.reading().text().body()).doesNotContain("<");
        });
        contents(golden("plain.eml"), contents -> assertThat(contents.markup()).isEmpty());
    }

    @Test
    void picturesInTheBodyAreFoundByTheirContentId() {
        byte[] mail = ascii("""
                From: a@district.example
                Subject: Pictures
                Content-Type: multipart/related; boundary=r

                --r
                Content-Type: text/html

                <img src="cid:logo@x"><img src="cid:none@x">
                --r
                Content-Type: image/png
                Content-ID: <logo@x>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --r--
                """);
        contents(mail, contents -> {
            assertThat(contents.pictures()).containsOnlyKeys("logo@x");
            assertThat(contents.pictures().get("logo@x"))
                    .hasBinaryContent(Base64.getDecoder().decode("iVBORw0KGgo="));
            assertThat(contents.attachments().getFirst().attachment().inline()).isTrue();
            assertThat(contents.markup()).contains("cid:logo@x");
            assertThat(contents.reading().text().body()).isEmpty();
        });
    }

    @Test
    void plainPartsAroundAFormattedOneKeepTheirLines() {
        byte[] mail = ascii("""
                From: a@district.example
                Content-Type: multipart/mixed; boundary=m

                --m

                first < line
                  second
                --m
                Content-Type: text/html

                <p>Formatted</p>
                --m--
                """);
        contents(
                mail,
                contents -> assertThat(contents.markup())
                        .contains("<pre>first &lt; line\n  second")
                        .contains("<p>Formatted</p>"));
    }

    @Test
    void aMessageInAMessageIsAFileAndItsOwnFilesFollow() throws IOException {
        contents(golden("nested.eml"), contents -> {
            List<Attachment> listed = contents.attachments().stream()
                    .map(AttachedContent::attachment)
                    .toList();
            assertThat(listed).extracting(Attachment::type).contains("message/rfc822");
            assertThat(listed).extracting(Attachment::place).doesNotHaveDuplicates();
        });
    }

    @Test
    void membersOfAnArchiveAreListedAndTheArchiveIsTheirFile() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("notes.txt"));
            zip.write("words".getBytes(StandardCharsets.UTF_8));
        }
        contents(ItemReaderTest.attached("all.zip", packed.toByteArray()), contents -> {
            assertThat(contents.attachments()).hasSize(2);
            assertThat(bytes(contents.attachments().getFirst())).isEqualTo(packed.toByteArray());
            assertThat(contents.attachments().getLast().file()).isEmpty();
        });
    }

    @Test
    void whatASignatureWrapsIsTheBodyAndItsFiles() throws IOException {
        contents(golden("smime-signed.eml"), contents -> {
            assertThat(contents.reading().text().body()).isNotBlank();
            assertThat(contents.attachments()).isNotEmpty();
        });
    }

    @Test
    void filesInWinmailHaveTheirBytes() {
        byte[] tnef = Tnef.withFile("plan.txt", "the plan".getBytes(StandardCharsets.US_ASCII));
        contents(ItemReaderTest.attached("winmail.dat", tnef), contents -> {
            assertThat(contents.attachments().stream()
                            .map(part -> part.attachment().name()))
                    .containsExactly("winmail.dat", "plan.txt");
            assertThat(bytes(contents.attachments().getLast())).asString().isEqualTo("the plan");
        });
    }

    @Test
    void aVoiceMessageTellsCallerAndLength() {
        byte[] mail = ascii("""
                From: "Front desk" <pbx@district.example>
                X-CallingTelephoneNumber: (559) 555-0188
                X-VoiceMessageSenderName: =?utf-8?q?Jos=C3=A9_Lima?=
                Content-Type: multipart/voice-message; boundary=v

                --v

                Please call back.
                --v
                Content-Type: audio/wav; name=call.wav
                Content-Duration: 16
                Content-Transfer-Encoding: base64

                UklGRg==
                --v--
                """);
        contents(mail, contents -> {
            assertThat(contents.voice())
                    .isEqualTo(new VoiceFacts("José Lima", "(559) 555-0188", "16", VoiceFacts.Transcript.NONE, ""));
            assertThat(contents.attachments()).hasSize(1);
        });
    }

    @Test
    void anHtmlFileIsDecodedAsItSays() {
        byte[] html = "<meta charset=windows-1252><p>Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        contents(ItemReaderTest.attached("page.html", html), contents -> {
            try {
                assertThat(Objects.requireNonNull(contents.attachments().getFirst())
                                .html())
                        .contains("Caf\u00e9");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
