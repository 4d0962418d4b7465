package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

/** Calendar files and contacts are items of their kind, and readable where they come with mail. */
class CalendarAndContactTest {
    private static final String INVITATION = """
            BEGIN:VCALENDAR
            VERSION:2.0
            METHOD:REQUEST
            BEGIN:VTIMEZONE
            TZID:America/Los_Angeles
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:one@district.example
            DTSTAMP:20240401T080000Z
            DTSTART;TZID=America/Los_Angeles:20240503T100000
            DTEND;TZID=America/Los_Angeles:20240503T113000
            RRULE:FREQ=WEEKLY;BYDAY=FR
            SUMMARY:Board meeting\\, open
            LOCATION:Room 4
            ORGANIZER;CN=Ann Lee:mailto:ann@district.example
            ATTENDEE;CN=Bo Day;PARTSTAT=ACCEPTED:mailto:bo@district.example
            DESCRIPTION:Bring the\\nmin
             utes.
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private static final String WORDS = """
            Message: Invitation or change

            What: Board meeting, open
            Start: 2024-05-03 10:00 (America/Los_Angeles)
            End: 2024-05-03 11:30 (America/Los_Angeles)
            Repeats: weekly, byday fr
            Where: Room 4
            Organizer: Ann Lee <ann@district.example>
            Attendee: Bo Day <bo@district.example>, accepted
            Description: Bring the
            minutes.""";

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

    private static Reading read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE);
    }

    @Test
    void aCalendarFileSaysWhatWhenWhereAndWho() {
        Reading reading = read(INVITATION);
        Item item = reading.item();
        assertThat(item.kind()).isEqualTo(Kind.CALENDAR);
        assertThat(item.subject()).isEqualTo("Board meeting, open");
        assertThat(item.people().from()).containsExactly(new Address("Ann Lee", "ann@district.example"));
        assertThat(item.people().to()).containsExactly(new Address("Bo Day", "bo@district.example"));
        assertThat(item.dates().sent()).isEqualTo(Instant.parse("2024-04-01T08:00:00Z"));
        assertThat(item.dates().received()).isNull();
        assertThat(item.size()).isEqualTo(INVITATION.length());
        assertThat(reading.text().body()).isEqualTo(WORDS);
        assertThat(item.coverage()).isEqualTo(Coverage.FULL);
    }

    @Test
    void anInvitationInAMailIsReadInPlainWordsAndTheMailStaysMail() {
        Reading reading = read("From: ann@district.example\r\nSubject: Board\r\nMIME-Version: 1.0\r\nContent-Type:"
                + " multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nCome!\r\n"
                + "--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n" + INVITATION + "\r\n--b--\r\n");
        assertThat(reading.item().kind()).isEqualTo(Kind.EMAIL);
        assertThat(reading.text().body()).isEqualTo("Come!");
        assertThat(reading.text().attachments().getFirst().text()).isEqualTo(WORDS);
    }

    @Test
    void aContactFileSaysWhoAndHowMany() {
        String card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nTEL;TYPE=WORK:555-0100\r\nEND:VCARD\r\n";
        Reading reading = read(card + card.replace("Ann", "Bo"));
        assertThat(reading.item().kind()).isEqualTo(Kind.CONTACT);
        assertThat(reading.item().subject()).isEqualTo("Ann Lee and 1 more");
        assertThat(reading.text().body())
                .isEqualTo("Name: Ann Lee\nTelephone (work): 555-0100\n\nName: Bo Lee\nTelephone (work): 555-0100");
    }

    @Test
    void aCalendarThatBreaksOffIsReadAsFarAsItGoes() {
        Reading reading = read(INVITATION.substring(0, INVITATION.indexOf("LOCATION")));
        assertThat(reading.item().kind()).isEqualTo(Kind.CALENDAR);
        assertThat(reading.text().body()).contains("What: Board meeting, open").doesNotContain("Room 4");
    }
}
