package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

class AssembledMessageTest {
    private static final Instant CALLED = Instant.parse("2025-02-13T15:44:55Z");

    @TempDir
    private Path folder;

    private AssembledMessage call(byte[] sound) {
        return new AssembledMessage(Kind.VOICEMAIL)
                .addresses("From", List.of(new Address("Müller, Renée \"Ren\"", "renee@district.example")))
                .addresses("To", List.of(new Address("María", "maria@district.example"), new Address("Room 12", "")))
                .header("Subject", "Aufzüge – 電話 \r\nBcc: somebody@else.example")
                .date(CALLED)
                .text("The elevator stopped.\n-- \n")
                .piece("récording 1.wav", "audio/vnd.wave", Spool.of(sound));
    }

    private Reading read(byte[] bytes) {
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, folder)) {
            return reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE);
        }
    }

    private byte[] written(AssembledMessage message) throws IOException {
        try (Spool spool = message.write(folder);
                InputStream in = spool.open()) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatIsAssembledIsReadBackWithEachPieceAsItWas() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        byte[] sound = new byte[200_001];
        new Random(seed).nextBytes(sound);

        Reading read = read(written(call(sound)));

        assertThat(read.item().kind()).isEqualTo(Kind.VOICEMAIL);
        assertThat(read.item().people().from())
                .containsExactly(new Address("Müller, Renée \"Ren\"", "renee@district.example"));
        assertThat(read.item().people().to())
                .extracting(Address::toString)
                .containsExactly("María <maria@district.example>", "Room 12");
        assertThat(read.item().subject()).isEqualTo("Aufzüge – 電話 Bcc: somebody@else.example");
        assertThat(read.item().people().bcc()).isEmpty();
        assertThat(read.item().dates().sent()).isEqualTo(CALLED);
        assertThat(read.text().body()).startsWith("The elevator stopped.");
        Attachment recording = read.item().attachments().getFirst();
        assertThat(recording.name()).isEqualTo("récording 1.wav");
        assertThat(recording.digest()).isEqualTo(Digest.of(sound));
    }

    @Test
    void theSamePiecesGiveTheSameBytes() throws IOException {
        byte[] sound = {1, 2, 3};
        assertThat(written(call(sound))).isEqualTo(written(call(sound)));
    }

    @Test
    void mailThatClaimsTheMarkBehindAServersHeadersIsMail() {
        String claimed = "Received: from x by y; Thu, 13 Feb 2025 07:44:55 -0800\r\n" + AssembledMessage.MARK
                + ": posting\r\nFrom: a@b.example\r\n\r\nHi\r\n";
        assertThat(read(claimed.getBytes(StandardCharsets.US_ASCII)).item().kind())
                .isEqualTo(Kind.EMAIL);
    }

    @Test
    void noTemporaryFileIsLeftOfALargePiece() throws IOException {
        written(call(new byte[5_000_000]));
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
