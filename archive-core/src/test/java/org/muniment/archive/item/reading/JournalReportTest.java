package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Coverage.Extent;
import org.muniment.archive.item.Dates.Source;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Reading;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Journal reports in the shapes that Exchange and Microsoft 365 send. */
class JournalReportTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:05Z");

    private static final String OUTER = """
            Return-Path: <>
            X-Envelope-To: <journal@archive.district.example>
            Received: from mail.district.example by edge.district.example; Mon, 2 Mar 2026 09:00:03 -0800
            From: Microsoft Exchange <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@district.example>
            To: journal@archive.district.example
            Subject: Board dinner
            X-MS-Journal-Report:
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="_report_"

            --_report_
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: %s

            %s
            --_report_
            %s
            --_report_--
            """;

    private static final String ENVELOPE = """
            Sender: clerk@district.example
            On-Behalf-Of: super@district.example
            Subject: Board dinner
            Message-Id: <1@district.example>
            To: board@district.example, Expanded: trustees@district.example
            Cc: cbo@district.example, Forwarded: cbo-old@district.example
            Bcc: counsel@firm.example
            Recipient: press@news.example
            """;

    private static final String MESSAGE = """
            Received: from desk by mail.district.example; Mon, 2 Mar 2026 09:00:00 -0800
            From: Superintendent <super@district.example>
            To: Board <trustees@district.example>
            Cc: cbo@district.example
            Date: Mon, 2 Mar 2026 08:59:00 -0800
            Subject: Board dinner
            Message-ID: <1@district.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain

            Dinner is at seven.
            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename="menu.txt"

            Soup.
            --b--
            """;

    private static final String ATTACHED = "Content-Type: message/rfc822\n\n" + MESSAGE;

    @TempDir
    private Path scratch;

    private ItemReader reader;

    @BeforeEach
    void open() {
        reader = new ItemReader(ReadingLimits.DEFAULT, scratch);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    private Reading read(String mail, Receipt receipt) {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Reading read = reader.read(Digest.of(bytes), Spool.of(bytes), receipt);
        assertThat(read.item().digest()).isEqualTo(Digest.of(bytes));
        assertThat(read.item().size()).isEqualTo(bytes.length);
        return read;
    }

    private static String report(String envelope, String... parts) {
        return OUTER.formatted("7bit", envelope, String.join("\n--_report_\n", parts));
    }

    private static List<String> names(List<Address> addresses) {
        return addresses.stream().map(Address::address).toList();
    }

    @Test
    void theItemIsTheJournaledMessageWithTheEnvelopeOfTheReport() {
        Parsed read = (Parsed) read(report(ENVELOPE, ATTACHED), Receipt.byServer(NOW));
        Item item = read.item();
        assertThat(item.subject()).isEqualTo("Board dinner");
        assertThat(names(item.people().from())).containsExactly("super@district.example");
        assertThat(names(item.people().to())).containsExactly("trustees@district.example");
        assertThat(names(item.people().bcc())).containsExactly("counsel@firm.example");
        assertThat(names(item.people().envelope()))
                .containsExactly(
                        "board@district.example",
                        "trustees@district.example",
                        "cbo@district.example",
                        "cbo-old@district.example",
                        "counsel@firm.example",
                        "press@news.example");
        assertThat(names(item.people().exchange())).containsExactly("clerk@district.example");
        assertThat(item.threading().messageId()).isEqualTo("1@district.example");
        assertThat(read.text().body()).isEqualTo("Dinner is at seven.");
        assertThat(item.attachments()).extracting(Attachment::name).containsExactly("menu.txt");
        assertThat(item.coverage()).isEqualTo(Coverage.FULL);
        assertThat(item.dates().sent()).isEqualTo(Instant.parse("2026-03-02T16:59:00Z"));
        assertThat(item.dates().received()).isEqualTo(NOW);
    }

    @Test
    void withoutAJournalTheTimeIsThatOfTheReportNotOfTheMessageInside() {
        Item item = read(report(ENVELOPE, ATTACHED), Receipt.NONE).item();
        assertThat(item.dates().received()).isEqualTo(Instant.parse("2026-03-02T17:00:03Z"));
        assertThat(item.dates().source()).isEqualTo(Source.RECEIVED_HEADER);
    }

    @Test
    void theEnvelopeMayBeEncodedAndTheAttachmentToo() {
        String envelope = Base64.getMimeEncoder().encodeToString(ENVELOPE.getBytes(StandardCharsets.UTF_8));
        String attached = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder()
                        .encodeToString(MESSAGE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        Item item = read(OUTER.formatted("base64", envelope, attached), Receipt.NONE)
                .item();
        assertThat(item.people().envelope()).hasSize(6);
        assertThat(item.attachments()).hasSize(1);
    }

    @Test
    void ofAProtectedMessageTheDecryptedCopyIsReadAndTheOriginalListed() {
        String sealed = """
                Content-Type: message/rfc822

                From: super@district.example
                Subject: Board dinner
                Content-Class: rpmsg.message
                Content-Type: multipart/mixed; boundary="r"

                --r
                Content-Type: application/x-microsoft-rpmsg-message; name="message.rpmsg"
                Content-Transfer-Encoding: base64

                dugEYMQAAAA=
                --r--
                """;
        Parsed read = (Parsed) read(report(ENVELOPE, sealed, ATTACHED), Receipt.NONE);
        assertThat(read.text().body()).isEqualTo("Dinner is at seven.");
        assertThat(read.item().attachments())
                .extracting(Attachment::place)
                .contains("report.1")
                .hasSizeGreaterThan(1);
    }

    @Test
    void aProtectedMessageAloneKeepsItsHeadersAndItsEnvelope() {
        String sealed = """
                Content-Type: message/rfc822

                From: super@district.example
                Subject: Sealed
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data

                MIIBHgYJKoZIhvcNAQcDoIIBDzCCAQ==
                """;
        Item item = read(report(ENVELOPE, sealed), Receipt.NONE).item();
        assertThat(item.subject()).isEqualTo("Sealed");
        assertThat(item.people().envelope()).hasSize(6);
        assertThat(item.coverage().extent()).isNotEqualTo(Extent.FULLY);
    }

    @Test
    void aReportWithoutItsMessageIsKeptWithWhatItTells() {
        Item item = read(
                        report(ENVELOPE, "Content-Type: text/plain\n\nThe message was too large to be attached."),
                        Receipt.NONE)
                .item();
        assertThat(item.subject()).isEqualTo("Board dinner");
        assertThat(item.people().envelope()).extracting(Address::address).contains("press@news.example");
        assertThat(item.coverage().gaps())
                .contains(new Coverage.Gap("body", "the journal report has no message with it"));
    }

    @Test
    void aMailThatOnlyClaimsToBeAReportIsReadAsTheMailItIs() {
        Parsed read = (Parsed) read(report("Please see the message attached.\n", ATTACHED), Receipt.NONE);
        assertThat(read.text().body()).contains("Please see");
        assertThat(names(read.item().people().from()).getFirst()).startsWith("microsoftexchange");
        Item forged = read(
                        report(ENVELOPE, ATTACHED)
                                .replaceAll("From: Microsoft Exchange <[^>]*>", "From: mallory@elsewhere.example"),
                        Receipt.NONE)
                .item();
        assertThat(names(forged.people().exchange())).contains("mallory@elsewhere.example");
    }

    @Test
    void aReportThatBreaksOffIsStillAnItem() {
        String whole = report(ENVELOPE, ATTACHED);
        for (int length = 40; length < whole.length(); length += 37) {
            Reading read = read(whole.substring(0, length), Receipt.NONE);
            assertThat(read.item().subject()).matches(subject -> "Board dinner".startsWith(subject));
        }
    }
}
