package org.muniment.archive.disposition.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.disposition.certificate.CertificateCheck.Finding;
import org.muniment.archive.ledger.VerifierKey;

/** Whatever is changed in a certificate's folder is found, and named. */
class CertificateTamperTest {
    @TempDir
    private Path temporary;

    @TempDir
    private static Path once;

    private static Path issued;
    private static VerifierKey key;

    private Path folder;

    @BeforeAll
    static void issue() {
        try (ExecutedPlan plan = ExecutedPlan.with(once, true, 5, 2, 1)) {
            key = plan.ledger.publicKey();
            issued = plan.files()
                    .write(
                            ExecutedPlan.ID,
                            Removal.complete("s3://records"),
                            once,
                            ExecutedPlan.START.plus(Duration.ofDays(32)))
                    .folder();
        }
    }

    @BeforeEach
    void copy() throws IOException {
        folder = temporary.resolve("certificate-P12");
        for (Path file : files(issued)) {
            Path copy = folder.resolve(issued.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        assertThat(findings()).isEmpty();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<Finding> findings() {
        return CertificateCheck.check(folder, key).findings();
    }

    private String anyProof() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("proofs"))) {
            return "proofs/" + files.sorted().findFirst().orElseThrow().getFileName();
        }
    }

    @Test
    void everyFlippedBitOfEveryFileIsFound() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (Path file : files(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int flip = 0; flip < 15; flip++) {
                int at = random.nextInt(bytes.length);
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, changed);
                assertThat(findings()).as(file.getFileName() + " byte " + at).isNotEmpty();
            }
            Files.write(file, bytes);
        }
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "certificate.json, '\"items\":5', '\"items\":6'",
        "certificate.json, 'Maria Ortiz', 'Marta Ortiz'",
        "certificate.json, '\"open\":1', '\"open\":0'",
        "certificate.pdf, '/Type', '/Tope'",
        "list.txt, 'R42', 'R43'",
        "items.csv, 'destroyed', 'open'",
        "README.txt, 'sha256sum', 'md5sum'",
    })
    void aChangedFileIsNamed(String file, String from, String to) throws IOException {
        change(file, from, to);
        assertThat(findings()).extracting(Finding::file).contains(file);
    }

    @Test
    void aChangedEntryIsRefusedByItsProof() throws IOException {
        change("entries.txt", "\"second\":\"Jos", "\"second\":\"Jes");
        assertThat(findings()).anySatisfy(found -> assertThat(found.what()).contains("does not include"));
    }

    @Test
    void aChangedProofIsNamed() throws IOException {
        String proof = anyProof();
        change(proof, "index ", "index 1");
        assertThat(findings()).extracting(Finding::file).contains(proof);
    }

    @Test
    void aCommentAddedToAProofIsNamed() throws IOException {
        String proof = anyProof();
        change(proof, "\nindex ", "\nextra QUJD\nindex ");
        assertThat(findings()).extracting(Finding::file).containsExactly(proof);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        Files.writeString(path, text.replaceFirst(Pattern.quote(from), to), StandardCharsets.ISO_8859_1);
    }

    @Test
    void everyMissingFileIsNamed() throws IOException {
        for (Path file : files(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(findings())
                    .extracting(Finding::file)
                    .contains(folder.relativize(file).toString());
            Files.write(file, bytes);
        }
    }

    @Test
    void anAddedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("proofs").resolve("999.tlog-proof"), "more");
        Files.writeString(folder.resolve("note.txt"), "more");
        assertThat(findings()).extracting(Finding::file).containsExactly("note.txt", "proofs/999.tlog-proof");
    }

    @Test
    void anEntryLeftOutIsMissed() throws IOException {
        Path entries = folder.resolve("entries.txt");
        List<String> lines = Files.readAllLines(entries);
        for (int out = 0; out < lines.size(); out++) {
            int left = out;
            Files.writeString(
                    entries,
                    IntStream.range(0, lines.size())
                            .filter(at -> at != left)
                            .mapToObj(at -> lines.get(at) + "\n")
                            .collect(Collectors.joining()));
            assertThat(findings()).as("without line " + out).isNotEmpty();
        }
    }
}
