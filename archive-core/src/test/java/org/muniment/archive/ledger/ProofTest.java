package org.muniment.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofTest {
    private static final List<byte[]> ENTRIES = IntStream.range(0, 300)
            .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
            .toList();

    @TempDir
    private Path folder = Path.of("");

    private String file = "";
    private VerifierKey key = VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    @BeforeEach
    void aProofOfEntry270() {
        LedgerKey signer = LedgerKey.open(folder.resolve("ledger.key"), "records.district.example/ledger");
        MerkleTree.Nodes nodes = Trees.nodes(Trees.leaves(ENTRIES));
        Checkpoint checkpoint = Checkpoint.sign(signer, 300, MerkleTree.root(300, nodes));
        file = new Proof(270, MerkleTree.inclusion(270, 300, nodes), checkpoint).toString();
        key = signer.verifier();
    }

    @Test
    void theFileAndThePublicKeyAreEnough() {
        Proof proof = Proof.parse(file);
        assertThat(proof.verify(ENTRIES.get(270), key))
                .isEqualTo(new Proof.Verdict.Proven(270, Checkpoint.parse(file.substring(file.indexOf("\n\n") + 2))));
        assertThat(proof).hasToString(file);
    }

    @Test
    void theFileHasTheFormOfTheSpecification() {
        List<String> lines = file.lines().toList();
        assertThat(lines.get(0)).isEqualTo("c2sp.org/tlog-proof@v1");
        assertThat(lines.get(1)).isEqualTo("index 270");
        int blank = lines.indexOf("");
        assertThat(lines.subList(2, blank)).hasSize(7).allMatch(line -> line.length() == 44);
        assertThat(lines.get(blank + 1)).isEqualTo("records.district.example/ledger");
        assertThat(lines.get(blank + 2)).isEqualTo("300");
        assertThat(lines.get(blank + 5)).startsWith("\u2014 records.district.example/ledger ");
        assertThat(file).endsWith("\n");
    }

    @Test
    void extraDataIsKeptAndProvesNothing() {
        String withExtra = file.replace("index", "extra aGVsbG8=\nindex");
        Proof proof = Proof.parse(withExtra);
        assertThat(proof.extra()).isEqualTo("aGVsbG8=");
        assertThat(proof).hasToString(withExtra);
        assertThat(proof.verify(ENTRIES.get(270), key)).isInstanceOf(Proof.Verdict.Proven.class);
    }

    @Test
    void otherBytesAreNotProven() {
        assertThat(Proof.parse(file).verify(ENTRIES.get(271), key))
                .isEqualTo(new Proof.Verdict.Refused("The checkpoint does not include these bytes as entry 270"));
    }

    @Test
    void anotherIndexIsNotProven() {
        assertThat(Proof.parse(file.replace("index 270", "index 271")).verify(ENTRIES.get(270), key))
                .isInstanceOf(Proof.Verdict.Refused.class);
    }

    @Test
    void anotherLogsKeyRefusesTheProof(@TempDir Path elsewhere) {
        VerifierKey other =
                LedgerKey.open(elsewhere.resolve("ledger.key"), key.name()).verifier();
        assertThat(Proof.parse(file).verify(ENTRIES.get(270), other)).isInstanceOf(Proof.Verdict.Refused.class);
    }

    @Test
    void noBitOfAProofFileIsFree() {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(proves(new String(flipped, StandardCharsets.UTF_8)))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    private boolean proves(String text) {
        try {
            return Proof.parse(text).verify(ENTRIES.get(270), key) instanceof Proof.Verdict.Proven;
        } catch (Malformed e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n\norigin\n1\n\n\u2014 name mJirIklj8A==\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n\norigin\n01\n"
                        + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 name mJirIklj8A==\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\norigin\n1\n"
                        + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 name mJirIklj8A==\n"
            })
    void whatIsNotAProofIsRefused(String text) {
        assertThatThrownBy(() -> Proof.parse(text)).isInstanceOf(Malformed.class);
    }
}
