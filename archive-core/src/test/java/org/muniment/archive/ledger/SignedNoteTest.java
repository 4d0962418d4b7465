package org.muniment.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the keys and the note that the Go project publishes with its implementation of the format. */
class SignedNoteTest {
    private static final VerifierKey KEY =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String SIGNATURE =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
    private static final String NOTE = TEXT + "\n\u2014 PeterNeumann " + SIGNATURE + "\n";

    @Test
    void thePublishedNoteIsSignedByThePublishedKey() {
        SignedNote note = SignedNote.parse(NOTE);
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.isSignedBy(KEY)).isTrue();
        assertThat(note).hasToString(NOTE);
        assertThat(KEY).hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @Test
    void thePublishedPrivateKeyGivesThePublishedSignature() {
        byte[] seed = Base64.getDecoder().decode(SEED);
        byte[] pkcs8 = ByteBuffer.allocate(48)
                .put(HexFormat.of().parseHex("302e020100300506032b657004220420"))
                .put(seed, 1, 32)
                .array();
        LedgerKey key = LedgerKey.parse(
                "Public key: " + KEY + "\n-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getEncoder().encodeToString(pkcs8)
                        + "\n-----END PRIVATE KEY-----\n",
                Path.of("published"));
        assertThat(key.sign(TEXT).base64()).isEqualTo(SIGNATURE);
    }

    @Test
    void anotherTextIsNotSigned() {
        assertThat(SignedNote.parse(NOTE.replace("your", "you")).isSignedBy(KEY))
                .isFalse();
    }

    @Test
    void signaturesOfUnknownKeysAreKeptAndIgnored() {
        String cosigned = NOTE + "\u2014 witness.example mJirIklj8A==\n";
        SignedNote note = SignedNote.parse(cosigned);
        assertThat(note.isSignedBy(KEY)).isTrue();
        assertThat(note).hasToString(cosigned);
    }

    @Test
    void aBadSignatureBesideAGoodOneOfTheSameKeyRefusesTheNote() {
        String forged = SIGNATURE.replace("ZJkuBS9", "ZJkuBT9");
        assertThat(SignedNote.parse(NOTE + "\u2014 PeterNeumann " + forged + "\n")
                        .isSignedBy(KEY))
                .isFalse();
    }

    @Test
    void aNoteWithOnlyAStrangersSignatureIsNotSigned() {
        assertThat(SignedNote.parse(NOTE.replace("PeterNeumann", "Stranger")).isSignedBy(KEY))
                .isFalse();
    }

    @Test
    void moreSignaturesThanAnyNoteNeedsAreRefused() {
        StringBuilder note = new StringBuilder(NOTE);
        IntStream.range(0, 100).forEach(i -> note.append("\u2014 w").append(i).append(" mJirIklj8A==\n"));
        assertThatThrownBy(() -> SignedNote.parse(note.toString())).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 name mJirIklj8A==",
                "text\n\n\u2014 name mJirIklj8A\n",
                "text\n\n\u2014 name mJirIklj8B==\n",
                "text\n\n\u2014 name mJir\n",
                "text\n\n\u2014  mJirIklj8A==\n",
                "text\n\n- name mJirIklj8A==\n",
                "text\n\n\u2014 name mJirIklj8A== more\n",
                "te\rxt\n\n\u2014 name mJirIklj8A==\n"
            })
    void whatIsNotANoteIsRefused(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aVerifierKeyWithAnyPartChangedIsRefused() {
        for (String wrong : List.of(
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T")) {
            assertThatThrownBy(() -> VerifierKey.parse(wrong)).as(wrong).isInstanceOf(Malformed.class);
        }
    }
}
