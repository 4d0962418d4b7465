package org.muniment.archive.item.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Reading;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.Spool;

class VoiceMailTest {
    private static final String RECORDING = """
            --v
            Content-Type: audio/wav; name=VoiceMessage.wav
            Content-Transfer-Encoding: base64

            UklGRg==
            --v--
            """;

    @TempDir
    private Path folder;

    private Reading read(String mail) {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, folder)) {
            return reader.read(Digest.of(bytes), Spool.of(bytes), Receipt.NONE);
        }
    }

    private VoiceFacts facts(String mail) {
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, folder);
                ItemContents contents =
                        reader.contents(Digest.of(bytes), Spool.of(bytes), Receipt.NONE, folder.resolve("c"))) {
            return contents.voice();
        }
    }

    private static String mail(String from, String subject, String body, boolean recording) {
        return "From: " + from + "\nTo: front.office@district.example\nSubject: " + subject + "\n"
                + (recording
                        ? "Content-Type: multipart/mixed; boundary=v\n\n--v\n\n" + body + "\n" + RECORDING
                        : "\n" + body + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Google Voice <voice-noreply@google.com>  | New voicemail from Rosa Ibarra at 4:19 PM            | false | Rosa Ibarra |
            Google Voice <voice-noreply@google.com>  | New voicemail from (559) 555-0136 at 7:02 AM         | false |  | (559) 555-0136
            Cisco Unity <unity@district.example>     | Message from Rosa Ibarra (5595550136)                | true  | Rosa Ibarra | 5595550136
            Zoom <no-reply@zoom.us>                  | New voicemail from Rosa Ibarra (559) 555-0136 on Mar 4, 2025 9:12 AM | false | Rosa Ibarra | (559) 555-0136
            RingCentral <notify@ringcentral.com>     | New Voice Message from (559) 555-0136 on 03/04/2025 9:12 AM | true | | (559) 555-0136
            8x8 Voicemail <no-reply@8x8.com>         | Voicemail from: 15595550136                          | true  | | 15595550136
            Asterisk <pbx@district.example>          | [PBX]: New message 4 in mailbox 2210 from "Rosa Ibarra" <5595550136> | true | "Rosa Ibarra" | 5595550136
            """)
    void aTelephoneSystemsMailIsAVoicemailAndTellsWhoCalled(
            String from, String subject, boolean recording, String name, String number) {
        String mail = mail(from, subject, "Transcript: Please call me back.", recording);
        assertThat(read(mail).item().kind()).isEqualTo(Kind.VOICEMAIL);
        assertThat(read(mail).item().coverage()).isEqualTo(Coverage.FULL);
        VoiceFacts facts = facts(mail);
        assertThat(facts.caller()).isEqualTo(name == null ? "" : name);
        assertThat(facts.number()).isEqualTo(number == null ? "" : number);
        assertThat(facts.transcript()).isEqualTo(VoiceFacts.Transcript.MACHINE);
        assertThat(read(mail).text().callers())
                .as("found by name and by ten digits, and not by the service's own name")
                .anyMatch(one -> name == null || one.name().equals(name))
                .anyMatch(one -> number == null || one.address().equals("5595550136"))
                .noneMatch(one ->
                        one.toString().contains("no-reply") || one.toString().contains("noreply"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ann@district.example     | New voicemail from the board            | false
            ann@district.example     | Message from the principal              | false
            ann@district.example     | Re: New voicemail from Rosa Ibarra      | true
            ann@notgoogle.com        | New voicemail from Rosa Ibarra          | false
            ann@district.example     | Minutes, with the recording             | true
            """)
    void mailThatOnlySpeaksOfVoicemailIsMail(String from, String subject, boolean recording) {
        assertThat(read(mail(from, subject, "See you.", recording)).item().kind())
                .isEqualTo(Kind.EMAIL);
        assertThat(read(mail(from, subject, "See you.", recording)).text().callers())
                .isEmpty();
    }

    @Test
    void exchangesVoicemailIsOneAndItsPreviewIsTheTranscript() {
        String mail = "Content-Class: voice-ca\nX-VoiceMessageDuration: 12\nX-CallingTelephoneNumber: 5595550136\n"
                + mail("exchange@district.example", "Voice Mail (12 seconds)", "Voice Mail Preview:\n\nCall me.", true);
        assertThat(read(mail).item().kind()).isEqualTo(Kind.VOICEMAIL);
        assertThat(facts(mail)).isEqualTo(new VoiceFacts("", "5595550136", "12", VoiceFacts.Transcript.MACHINE, ""));
    }

    @Test
    void aRecallThatCarriesVoicemailHeadersIsMail() {
        String mail = "Message-Context: voice-message\nContent-Class: voice\n"
                + mail("ann@district.example", "Recall: Voicemail from Rosa", "Ann would like to recall it.", false);
        assertThat(read(mail).item().kind()).isEqualTo(Kind.EMAIL);
    }

    @Test
    void aVoicemailWithoutWordsIsAnExceptionToWorkOff() {
        Reading read = read(mail("unity@district.example", "Message from 5595550136", "", true));
        assertThat(read.item().kind()).isEqualTo(Kind.VOICEMAIL);
        assertThat(read.item().coverage().gaps())
                .containsExactly(new Coverage.Gap("body", "no transcript of the recording"));
    }
}
