package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Coverage.Extent;
import org.muniment.archive.item.Dates.Source;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.Unreadable;
import org.muniment.archive.item.text.ExtractionLimits;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

class ItemReaderTest {
    @TempDir
    Path scratch;

    private ItemReader reader;

    @BeforeEach
    void open() {
        reader = new ItemReader(ReadingLimits.DEFAULT, scratch);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private Reading read(byte[] bytes) {
        return reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE);
    }

    private Reading read(String mail) {
        return read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void copiesThatDifferInTransportHeadersAreOneGroup() {
        String mail = "From: a@district.example\nDate: 2 Mar 2026 08:00 -0800\nSubject: Same\n\nThe same  text.\n";
        Reading one = read("Received: by x; 2 Mar 2026 08:00:01 -0800\nMessage-ID: <1@x>\n" + mail);
        Reading two = read("Message-ID: <2@y>\n" + mail.replace("same  text", "same\ntext"));
        Reading other = read(mail.replace("same", "SAME"));
        assertThat(one.item().duplicateGroup()).isEqualTo(two.item().duplicateGroup());
        assertThat(one.item().duplicateGroup()).isNotEqualTo(other.item().duplicateGroup());
        assertThat(one.item().id()).isNotEqualTo(two.item().id());
    }

    @Test
    void aServerTimeOutranksTheHeaderAndTheHeaderAnMboxLine() {
        Instant told = Instant.parse("2026-03-03T00:00:00Z");
        byte[] with = "Received: by x; 2 Mar 2026 08:00:01 -0800\n\nx".getBytes(StandardCharsets.UTF_8);
        byte[] without = "Subject: y\n\nx".getBytes(StandardCharsets.UTF_8);
        assertThat(source(with, Receipt.byServer(told))).isEqualTo(Source.SERVER);
        assertThat(source(with, Receipt.byMboxLine(told))).isEqualTo(Source.RECEIVED_HEADER);
        assertThat(source(without, Receipt.byMboxLine(told))).isEqualTo(Source.MBOX_LINE);
        assertThat(source(without, Receipt.NONE)).isEqualTo(Source.UNKNOWN);
    }

    private Source source(byte[] mail, Receipt receipt) {
        return reader.read(Digest.of(mail), Spool.of(mail), receipt)
                .item()
                .dates()
                .source();
    }

    @Test
    void aForgedReceivedHeaderBelowAnUnreadableOneIsNotTrusted() {
        Reading reading = read("Received: by ours; when?\nReceived: by theirs; 1 Jan 1999 00:00:00 +0000\n\nx");
        assertThat(reading.item().dates().source()).isEqualTo(Source.UNKNOWN);
    }

    @Test
    void noBytesAtAllAreAnUnreadableItem() {
        Reading reading = read(new byte[0]);
        assertThat(reading).isInstanceOf(Unreadable.class);
        assertThat(reading.item().coverage().gaps().getFirst().reason()).isEqualTo("empty");
    }

    @Test
    void aPictureSavedAsMailIsUnreadable() {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        assertThat(read(noise)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aHeaderOfTenMegabytesKeepsTheMailReadable() {
        String mail = "From: a@district.example\nX-Long: " + "y".repeat(10 << 20) + "\nTo: "
                + "person@district.example, ".repeat(200_000) + "\nSubject: Long " + "z".repeat(50_000)
                + "\n\nStill here.\n";
        Reading reading = read(mail);
        assertThat(reading.text().body()).isEqualTo("Still here.");
        assertThat(reading.item().people().to()).hasSize(ReadingLimits.DEFAULT.addresses());
        assertThat(reading.item().subject()).hasSize(20_000);
        assertThat(reading.item().coverage().extent()).isEqualTo(Extent.PARTLY);
    }

    @Test
    void messagesInMessagesAreReadToTheLimitAndNamedBeyond() {
        String mail = "Subject: innermost\n\nbottom\n";
        for (int i = 0; i < 100; i++) {
            mail = "Subject: level " + i + "\nContent-Type: message/rfc822\n\n" + mail;
        }
        Reading reading = read(mail);
        assertThat(reading.item().attachments()).hasSize(ReadingLimits.DEFAULT.depth() + 1);
        assertThat(reading.item().coverage().gaps())
                .anyMatch(gap -> gap.reason().equals("nested too deep"));
    }

    @Test
    void multipartsInMultipartsEndAtTheLimitWithTheirTextKept() {
        StringBuilder mail = new StringBuilder("Subject: deep\n");
        for (int i = 0; i < 5_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        Reading reading = read(mail.append("\nThe bottom.\n").toString());
        assertThat(reading.text().body()).contains("The bottom.");
        assertThat(reading.item().coverage().gaps())
                .anyMatch(gap -> gap.reason().equals("nested too deep"));
    }

    @Test
    void moreAttachmentsThanTheLimitAreNamedAsAGap() {
        ReadingLimits few = new ReadingLimits(10, 3, 1 << 20, 1_000, 10_000, 100, ExtractionLimits.DEFAULT);
        String part = "--b\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\nx\n";
        byte[] mail = ("Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(9) + "--b--\n")
                .getBytes(StandardCharsets.UTF_8);
        try (ItemReader small = new ItemReader(few, scratch)) {
            Reading reading = small.read(Digest.of(mail), Spool.of(mail), Receipt.NONE);
            assertThat(reading.item().attachments()).hasSize(3);
            assertThat(reading.item().coverage().gaps().getFirst().reason()).contains("first 3 parts");
        }
    }

    @Test
    void textBeyondTheLimitIsCutAndSaidSo() {
        ReadingLimits little = new ReadingLimits(10, 3, 1 << 20, 1_000, 10_000, 100, ExtractionLimits.DEFAULT);
        byte[] mail = ("Subject: x\n\n" + "word ".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        try (ItemReader small = new ItemReader(little, scratch)) {
            Reading reading = small.read(Digest.of(mail), Spool.of(mail), Receipt.NONE);
            assertThat(reading.text().body().length()).isLessThanOrEqualTo(1_000);
            assertThat(reading.item().coverage().gaps().getFirst().reason())
                    .isEqualTo("only the first 1,000 characters");
        }
    }

    @Test
    void aGzipBombEndsAtTheBudget() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[20 << 20]);
        }
        byte[] mail = attached("bomb.gz", packed.toByteArray());
        ReadingLimits small = new ReadingLimits(10, 30, 1 << 20, 1_000, 10_000, 100, ExtractionLimits.DEFAULT);
        try (ItemReader strict = new ItemReader(small, scratch)) {
            Reading reading = strict.read(Digest.of(mail), Spool.of(mail), Receipt.NONE);
            assertThat(reading.item().coverage().gaps())
                    .anyMatch(gap -> gap.reason().contains("unfolds to more than 1 MB"));
        }
    }

    static byte[] attached(String name, byte[] content) {
        String mail =
                "From: a@district.example\r\nSubject: File\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n"
                        + "See the file.\r\n--b\r\nContent-Type: application/octet-stream; name=\"" + name
                        + "\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(content) + "\r\n--b--\r\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anObjectThatCannotBeReadIsAnErrorAndNoDamagedMail() {
        Path gone = scratch.resolve("gone");
        Spool broken = Spool.ofTemporary(gone);
        assertThatThrownBy(() -> reader.read(Digest.of(new byte[0]), broken, Receipt.NONE))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void theSameBytesGiveTheSameReading() {
        String mail = "From: a@district.example\nSubject: Twice\n\nonce more\n";
        assertThat(read(mail)).isEqualTo(read(mail)).isInstanceOf(Parsed.class);
    }

    @Test
    void largeAttachmentsLeaveNoTemporaryFiles() throws Exception {
        byte[] large = new byte[6 << 20];
        new Random(2).nextBytes(large);
        large[0] = (byte) 0x89;
        System.arraycopy("\u0089PNG".getBytes(StandardCharsets.ISO_8859_1), 0, large, 0, 4);
        Reading reading = read(attached("photo.png", large));
        assertThat(reading.item().attachments().getFirst().digest()).isEqualTo(Digest.of(large));
        assertThat(reading.item().coverage().extent()).isEqualTo(Extent.FULLY);
        try (var files = java.nio.file.Files.list(scratch)) {
            assertThat(files).isEmpty();
        }
    }
}
