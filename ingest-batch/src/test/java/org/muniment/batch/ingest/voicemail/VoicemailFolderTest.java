package org.muniment.batch.ingest.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;
import org.muniment.batch.ingest.Entry;
import org.muniment.batch.ingest.Position;
import org.muniment.batch.ingest.RawItem;
import org.muniment.batch.ingest.Rejected;

class VoicemailFolderTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final String TOLD = """
            {"mailbox": "nurse@district.example", "received": "2025-02-12T10:58:03-08:00",
             "caller": {"number": "(559) 555-0141", "name": "Lincoln Elementary"}, "language": "en-US",
             "transcript": {"text": "Please come to the playground.", "by": "machine", "confidence": 0.91}}
            """;

    @TempDir
    private Path folder;

    private Path export;

    @BeforeEach
    void makeFolder() throws IOException {
        export = Files.createDirectories(folder.resolve("export"));
    }

    private void file(String name, String text) throws IOException {
        Path file = export.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void recording(String name) throws IOException {
        Path file = export.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, AudioLengthTest.wav(12_000, 12_000));
    }

    private List<Entry> entries(boolean byMailbox, @Nullable Transcriber transcriber, Optional<Position> after) {
        List<Entry> entries = new ArrayList<>();
        try {
            new VoicemailSource(export, byMailbox, ZONE, transcriber)
                    .open(folder.resolve("spool"))
                    .read(after, entries::add);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return entries;
    }

    private List<Entry> entries() {
        return entries(false, null, Optional.empty());
    }

    private byte[] bytes(Entry entry) {
        try (InputStream in = ((RawItem) entry).bytes().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reading read(Entry entry) {
        byte[] bytes = bytes(entry);
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, folder.resolve("reading"))) {
            return reader.read(Digest.of(bytes), Spool.of(bytes), ((RawItem) entry).receipt());
        }
    }

    @Test
    void recordingTranscriptAndFactsAreOneItem() throws IOException {
        recording("call-1.wav");
        file("call-1.json", TOLD);
        file("call-1.txt", "Please come to the playground.");
        assertThat(entries()).singleElement().satisfies(one -> {
            assertThat(one.place()).isEqualTo("call-1.wav");
            Reading read = read(one);
            assertThat(read.item().kind()).isEqualTo(Kind.VOICEMAIL);
            assertThat(read.item().subject()).isEqualTo("Voicemail from Lincoln Elementary (559) 555-0141");
            assertThat(read.item().people().from().getFirst().address()).isEqualTo("5595550141");
            assertThat(read.item().people().to().getFirst().address()).isEqualTo("nurse@district.example");
            assertThat(read.item().dates().received()).isEqualTo(Instant.parse("2025-02-12T18:58:03Z"));
            assertThat(read.text().body()).contains("Please come to the playground.");
            assertThat(read.item().attachments())
                    .extracting(Attachment::name)
                    .containsExactly("call-1.wav", "call-1.json", "call-1.txt");
            assertThat(read.item().coverage()).isEqualTo(Coverage.FULL);
            assertThat(new String(bytes(one), StandardCharsets.US_ASCII))
                    .contains("X-Duration: 1.5", "X-Muniment-Transcript: machine", "X-Muniment-Confidence: 0.91");
        });
        assertThat(bytes(entries().getFirst())).isEqualTo(bytes(entries().getFirst()));
    }

    @Test
    void aRecordingAloneIsAnItemWithoutTranscriptAndFactsAloneAreOneToo() throws IOException {
        recording("alone.wav");
        file(
                "facts.json",
                "{\"from\": {\"phoneNumber\": \"+15595550136\"}, \"creationTime\": \"2025-03-04T17:12:00Z\","
                        + " \"vmDuration\": 12}");
        List<Entry> entries = entries();
        assertThat(entries).hasSize(2);
        Reading alone = read(entries.get(0));
        assertThat(alone.item().kind()).isEqualTo(Kind.VOICEMAIL);
        assertThat(alone.item().coverage().gaps())
                .extracting(Coverage.Gap::reason)
                .contains("no transcript of the recording");
        assertThat(alone.item().dates().received()).isNull();
        Reading facts = read(entries.get(1));
        assertThat(facts.item().kind()).isEqualTo(Kind.VOICEMAIL);
        assertThat(facts.item().subject()).isEqualTo("Voicemail from +15595550136");
        assertThat(facts.item().dates().received()).isEqualTo(Instant.parse("2025-03-04T17:12:00Z"));
    }

    @Test
    void captionsAndLabelledTextsAreTranscripts() throws IOException {
        recording("a.wav");
        file(
                "a.vtt",
                "WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\n<v Rosa>Good morning.\n\n2\n00:00:02.000 --> 00:00:03.000\nCall me.\n");
        recording("b.wav");
        file("b.srt", "1\n00:00:00,000 --> 00:00:02,000\nGuten Morgen.\n");
        recording("c.wav");
        file("c.txt", """
                Voicemail for cbo@district.example
                From: Valley Ledger (559) 555-0188
                Received: 2024-03-14T16:45:12-07:00
                Length: 16 s
                Transcript (edited by a person, confidence 98%):

                I file at six.
                """);
        List<Entry> entries = entries();
        assertThat(read(entries.get(0)).text().body()).isEqualTo("Good morning.\nCall me.");
        assertThat(read(entries.get(1)).text().body()).isEqualTo("Guten Morgen.");
        Reading labelled = read(entries.get(2));
        assertThat(labelled.text().body()).isEqualTo("I file at six.");
        assertThat(labelled.item().subject()).isEqualTo("Voicemail from Valley Ledger (559) 555-0188");
        assertThat(labelled.item().dates().received()).isEqualTo(Instant.parse("2024-03-14T23:45:12Z"));
        assertThat(new String(bytes(entries.get(2)), StandardCharsets.US_ASCII))
                .contains("X-Muniment-Transcript: edited", "X-Muniment-Confidence: 0.98", "X-Duration: 1");
    }

    @Test
    void aTakeoutPageTellsOfItsRecordingAndOfTextMessages() throws IOException {
        file("Rosa - Voicemail - 2025-03-04T17_12_00Z.html", """
                <html><head><title>Voicemail from
                Rosa Ibarra</title></head><body><div class="haudio"><div class="contributor vcard">Voicemail from
                <a class="tel" href="tel:+15595550136"><span class="fn">Rosa Ibarra</span></a></div>
                <abbr class="published" title="2025-03-04T09:12:00.000-08:00">Mar 4</abbr>
                <span class="description"><span class="full-text">Mateo is ill.</span>
                <span class="word high">Mateo<span class="confidence">0.9</span></span>
                <span class="word high">is<span class="confidence">0.8</span></span></span>
                <audio src="Rosa - Voicemail - 2025-03-04T17_12_00Z.mp3"></audio><abbr class="duration" title="PT18S"></abbr>
                <div class="tags"><a rel="tag">Voicemail</a></div></div></body></html>
                """);
        file("Rosa - Text - 2025-03-05T01_00_00Z.html", """
                <html><body><div class="hChatLog"><div class="message"><abbr class="dt" title="2025-03-04T17:00:00-08:00"></abbr>
                <cite class="sender"><a class="tel" href="tel:+15595550136"><span class="fn">Rosa Ibarra</span></a></cite>:
                <q>Is school open?</q></div></div></body></html>
                """);
        file("Rosa - Text - 2025-03-05T01_00_00Z-1-1.jpg", "a picture");
        List<Entry> entries = entries();
        assertThat(entries).hasSize(2);
        Reading text = read(entries.get(0));
        assertThat(text.item().kind()).isEqualTo(Kind.EMAIL);
        assertThat(text.item().subject()).isEqualTo("Text messages with Rosa Ibarra (+15595550136)");
        assertThat(text.text().body()).contains("Rosa Ibarra: Is school open?");
        assertThat(text.item().attachments()).hasSize(2);
        Reading voice = read(entries.get(1));
        assertThat(voice.item().kind()).isEqualTo(Kind.VOICEMAIL);
        assertThat(voice.text().body()).isEqualTo("Mateo is ill.");
        assertThat(new String(bytes(entries.get(1)), StandardCharsets.US_ASCII))
                .contains("X-Duration: 18.0", "X-Muniment-Confidence: 0.85");
    }

    @Test
    void mailIsKeptAsItIsAndNothingIsPassedOver() throws IOException {
        file("mail/1.eml", "From: a@b.example\nSubject: One\n\nOne\n");
        file("READ ME.txt", "What this folder is.");
        file("list.pdf", "%PDF-1.4");
        recording("z.wav");
        Path closed = export.resolve("closed.txt");
        file("closed.wav", "RIFF");
        file("closed.txt", "words");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        List<Entry> entries = entries();
        List<String> places = entries.stream().map(Entry::place).toList();
        if (Files.isReadable(closed)) {
            assertThat(places).containsExactly("READ ME.txt", "closed.wav", "list.pdf", "mail/1.eml", "z.wav");
        } else {
            assertThat(entries.get(1)).isInstanceOf(Rejected.class);
        }
        assertThat(new String(bytes(entries.get(3)), StandardCharsets.UTF_8)).startsWith("From: a@b.example");
    }

    @Test
    void readingGoesOnBehindWhatWasDealtWith() throws IOException {
        recording("a.wav");
        file("a.txt", "First.");
        recording("b/b.wav");
        recording("c.wav");
        List<Entry> all = entries();
        assertThat(all).extracting(Entry::place).containsExactly("a.wav", "b/b.wav", "c.wav");
        for (int i = 0; i < all.size(); i++) {
            assertThat(entries(false, null, Optional.of(all.get(i).position())))
                    .extracting(Entry::place)
                    .containsExactlyElementsOf(
                            all.stream().skip(i + 1).map(Entry::place).toList());
        }
    }

    @Test
    void theMailboxThatIsToldNamesTheCustodian() throws IOException {
        recording("x/call-1.wav");
        file("x/call-1.json", TOLD);
        recording("x/other.wav");
        assertThat(entries(true, null, Optional.empty()))
                .extracting(Entry::place)
                .containsExactly("nurse@district.example/x/call-1.wav", "/x/other.wav");
    }

    @Test
    void aTranscriberFindsWordsOnceAndOneThatFailsLosesNothing() throws IOException {
        recording("a.wav");
        List<String> said = List.of("/bin/sh", "-c", "echo Heard in $(wc -c < \"$0\") bytes", "{audio}");
        Transcriber first = new Transcriber(said, Duration.ofSeconds(10), digest -> Optional.empty());
        Entry heard = entries(false, first, Optional.empty()).getFirst();
        assertThat(read(heard).text().body()).isEqualTo("Heard in 12044 bytes");
        assertThat(read(heard).item().coverage()).isEqualTo(Coverage.FULL);
        Transcriber again = new Transcriber(
                List.of("/bin/false", "{audio}"),
                Duration.ofSeconds(10),
                digest -> Optional.of("Heard in 12044 bytes"));
        assertThat(bytes(entries(false, again, Optional.empty()).getFirst())).isEqualTo(bytes(heard));
        for (List<String> broken : List.of(
                List.of("/bin/false", "{audio}"),
                List.of("/no/such/program", "{audio}"),
                List.of("/bin/sleep", "60"))) {
            Transcriber failing = new Transcriber(broken, Duration.ofMillis(300), digest -> Optional.empty());
            Reading silent = read(entries(false, failing, Optional.empty()).getFirst());
            assertThat(silent.item().coverage().gaps()).isNotEmpty();
            assertThat(failing.check().isPresent()).isEqualTo(broken.getFirst().startsWith("/no"));
        }
    }
}
