package org.muniment.archive.item.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Dates;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.item.reading.Receipt;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Outlook's message files are items like any other: facts, words, attachments, and gaps where they are damaged. */
class MsgFileTest {
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

    private static Reading read(byte[] bytes) {
        return reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE);
    }

    private static Reading read(Consumer<MsgMaker> content) {
        return read(MsgMaker.file(content));
    }

    private static void note(MsgMaker message) {
        message.text(0x001A, "IPM.Note")
                .text(0x0037, "Budget for the library")
                .text(0x0042, "Ann Lee")
                .text(0x5D02, "ann@district.example")
                .text(0x0065, "/O=DISTRICT/CN=ANN")
                .recipient(1, "Bo Day", "bo@district.example", "/O=DISTRICT/CN=BO")
                .recipient(2, "Cy Ro", "cy@district.example", "cy@district.example")
                .recipient(3, "Di Ma", "", "/O=DISTRICT/CN=DI")
                .time(0x0039, "2024-05-03T17:00:00Z")
                .time(0x0E06, "2024-05-03T17:00:09Z")
                .text(0x1035, "<one@district.example>")
                .text(0x1042, "<zero@district.example>")
                .text(0x1000, "The library needs shelves.")
                .attachment(file -> file.text(0x3707, "shelves.csv")
                        .text(0x370E, "text/csv")
                        .bytes(0x3701, "oak,12".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMessageTellsWhoWroteWhatToWhomAndWhen() {
        Reading reading = read(MsgFileTest::note);
        Item item = reading.item();
        assertThat(item.kind()).isEqualTo(Kind.EMAIL);
        assertThat(item.subject()).isEqualTo("Budget for the library");
        assertThat(item.people().from()).containsExactly(new Address("Ann Lee", "ann@district.example"));
        assertThat(item.people().to()).containsExactly(new Address("Bo Day", "bo@district.example"));
        assertThat(item.people().cc()).containsExactly(new Address("Cy Ro", "cy@district.example"));
        assertThat(item.people().bcc()).containsExactly(new Address("Di Ma", ""));
        assertThat(item.people().exchange())
                .extracting(Address::address)
                .containsExactly("/O=DISTRICT/CN=ANN", "/O=DISTRICT/CN=BO", "/O=DISTRICT/CN=DI");
        assertThat(item.dates().sent()).isEqualTo(Instant.parse("2024-05-03T17:00:00Z"));
        assertThat(item.dates().received()).isEqualTo(Instant.parse("2024-05-03T17:00:09Z"));
        assertThat(item.threading().messageId()).isEqualTo("one@district.example");
        assertThat(item.threading().inReplyTo()).containsExactly("zero@district.example");
        assertThat(reading.text().body()).isEqualTo("The library needs shelves.");
        assertThat(item.attachments()).extracting(Attachment::name).containsExactly("shelves.csv");
        assertThat(reading.text().attachments().getFirst().text()).isEqualTo("oak,12");
        assertThat(item.coverage()).isEqualTo(Coverage.FULL);
    }

    @Test
    void theSameFileGivesTheSameReading() {
        byte[] file = MsgMaker.file(MsgFileTest::note);
        assertThat(read(file)).isEqualTo(read(file));
    }

    @Test
    void theTopmostHeaderLineOfItsTransportIsItsReceiptAndItsAddressesCount() {
        Item item = read(message -> message.text(0x001A, "IPM.Note")
                        .text(
                                0x007D,
                                "Received: from a by b; Fri, 3 May 2024 18:00:00 +0000\r\nFrom: Ann <ann@district.example>"
                                        + "\r\nTo: bo@district.example\r\nSubject: old\r\n"
                                        + "Content-Type: multipart/mixed; boundary=x\r\n\r\n")
                        .text(0x0037, "new")
                        .text(0x0042, "Ann")
                        .text(0x0065, "/O=DISTRICT/CN=ANN")
                        .time(0x0E06, "2020-01-01T00:00:00Z")
                        .text(0x1000, "words"))
                .item();
        assertThat(item.dates().received()).isEqualTo(Instant.parse("2024-05-03T18:00:00Z"));
        assertThat(item.people().from()).containsExactly(new Address("Ann", "ann@district.example"));
        assertThat(item.people().to()).containsExactly(new Address("", "bo@district.example"));
        assertThat(item.subject()).isEqualTo("new");
    }

    @Test
    void whatWasNeverSentIsAsOldAsItsLastChange() {
        Item draft = read(message -> message.text(0x001A, "IPM.Note")
                        .number(0x0E07, 8)
                        .time(0x0E06, "2001-01-01T00:00:00Z")
                        .time(0x3007, "2022-01-01T00:00:00Z")
                        .time(0x3008, "2023-01-01T00:00:00Z")
                        .text(0x0037, "draft"))
                .item();
        assertThat(draft.dates().received()).isEqualTo(Instant.parse("2023-01-01T00:00:00Z"));
        Item timeless = read(message -> message.text(0x001A, "IPM.Note").text(0x0037, "no time at all"))
                .item();
        assertThat(timeless.dates().source()).isEqualTo(Dates.Source.UNKNOWN);
    }

    @Test
    void htmlThatIsWrappedIntoRtfIsTakenOutOfIt() {
        String rtf = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}"
                + "\\htmlrtf {\\htmlrtf0 Caf\\'e9 \\u8364?5{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0 }";
        Reading reading = read(message ->
                message.text(0x001A, "IPM.Note").text(0x0037, "lunch").bytes(0x1009, uncompressed(rtf)));
        assertThat(reading.text().body()).isEqualTo("Caf\u00e9 \u20ac5");
        Reading plain = read(message -> message.text(0x001A, "IPM.Note")
                .text(0x0037, "lunch")
                .bytes(0x1009, uncompressed("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}Soup\\par and {\\b bread}}")));
        assertThat(plain.text().body()).isEqualTo("Soup\nand bread");
    }

    /** MS-OXRTFCP: a header, then the text as it is. */
    private static byte[] uncompressed(String rtf) {
        byte[] text = rtf.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(16 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(text.length + 12)
                .putInt(text.length)
                .putInt(0x414C454D)
                .putInt(0)
                .put(text)
                .array();
    }

    @Test
    void aMessageInAMessageIsReadWithItsOwnAttachments() {
        Reading reading = read(outer -> outer.text(0x001A, "IPM.Note")
                .text(0x0037, "see below")
                .attachment(inner -> inner.text(0x3001, "Budget").message(MsgFileTest::note)));
        assertThat(reading.item().attachments()).extracting(Attachment::name).containsExactly("Budget", "shelves.csv");
        assertThat(reading.text().attachments().getFirst().text())
                .contains("Ann Lee <ann@district.example>", "The library needs shelves.");
    }

    @Test
    void anAppointmentIsACalendarEntryWithItsTimesInItsOwnZone() {
        byte[] zone = ByteBuffer.allocate(8 + 42)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 21)
                .put(8, "Pacific Standard Time".getBytes(StandardCharsets.UTF_16LE))
                .array();
        Reading reading = read(message -> message.text(0x001A, "IPM.Appointment")
                .text(0x0037, "Board meeting")
                .time(message.appointment(0x820D), "2024-05-03T17:00:00Z")
                .time(message.appointment(0x820E), "2024-05-03T18:30:00Z")
                .text(message.appointment(0x8208), "Room 4")
                .bytes(message.appointment(0x825E), zone)
                .text(0x1000, "Bring the minutes."));
        assertThat(reading.item().kind()).isEqualTo(Kind.CALENDAR);
        assertThat(reading.text().body()).isEqualTo("""
                Start: Friday, 3 May 2024 10:00 (America/Los_Angeles)
                End: Friday, 3 May 2024 11:30 (America/Los_Angeles)
                Where: Room 4


                Bring the minutes.""");
    }

    @Test
    void aContactIsAContact() {
        Reading reading = read(message -> message.text(0x001A, "IPM.Contact")
                .text(0x0037, "Ann Lee")
                .text(0x3001, "Ann Lee")
                .text(0x3A08, "555-0100"));
        assertThat(reading.item().kind()).isEqualTo(Kind.CONTACT);
        assertThat(reading.text().body()).isEqualTo("Name: Ann Lee\nBusiness telephone: 555-0100");
    }

    @Test
    void whatAMessageLinksToOrLacksIsSaid() {
        Reading reading = read(message -> message.text(0x001A, "IPM.Note")
                .text(0x0037, "files")
                .attachment(link -> link.text(0x3707, "plan.doc").text(0x370D, "\\\\server\\plan.doc"))
                .attachment(lost -> lost.text(0x3707, "lost.doc")));
        assertThat(reading.text().body()).isEqualTo("Attached as a link: plan.doc \\\\server\\plan.doc");
        assertThat(reading.item().coverage().gaps())
                .extracting(Coverage.Gap::reason)
                .containsExactly("an attachment is missing: the file does not hold it");
    }

    @Test
    void anOutlookFileAttachedToMailIsReadAsTheMessageItIs() {
        String base64 = java.util.Base64.getMimeEncoder().encodeToString(MsgMaker.file(MsgFileTest::note));
        byte[] mail = ("From: a@district.example\r\nSubject: forwarded\r\nMIME-Version: 1.0\r\nContent-Type:"
                        + " application/vnd.ms-outlook; name=\"budget.msg\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + base64 + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        Reading reading = read(mail);
        assertThat(reading.item().attachments())
                .extracting(Attachment::name)
                .containsExactly("budget.msg", "shelves.csv");
        assertThat(reading.text().attachments().getFirst().text()).contains("The library needs shelves.");
    }

    @Test
    void aDamagedFileIsAnItemAndItsGapIsNamed() {
        byte[] file = MsgMaker.file(MsgFileTest::note);
        Item cut = read(Arrays.copyOf(file, 700)).item();
        assertThat(cut.coverage().extent()).isEqualTo(Coverage.Extent.NOT);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            byte[] hurt = file.clone();
            for (int hits = 0; hits < 1 + i; hits++) {
                hurt[8 + random.nextInt(hurt.length - 8)] = (byte) random.nextInt();
            }
            assertThat(read(hurt).item().size()).as("seed %d", seed).isEqualTo(file.length);
        }
    }
}
