package org.muniment.archive.disposition.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.certificate.CertificateCheck.Finding;
import org.muniment.archive.disposition.certificate.CertificateCheck.Result;
import org.muniment.archive.disposition.certificate.CertificateFiles.Issued;
import org.muniment.archive.ledger.CustodyEvent.CertificateIssued;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.pdf.VeraPdf;
import org.muniment.archive.store.Digest;

class CertificateTest {
    private static final Instant ISSUED =
            ExecutedPlan.START.plus(Duration.ofDays(32)).plusNanos(123_456_789);
    private static final Removal COMPLETE = Removal.complete("files");

    @TempDir
    private Path folder;

    private Issued issue(ExecutedPlan plan, String where) {
        return plan.files().write(ExecutedPlan.ID, COMPLETE, folder.resolve(where), ISSUED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCertificateIsCheckedWithItsFilesAndTheKeyAlone(boolean standing) {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, standing, 7, 3, 1)) {
            Issued issued = issue(plan, "out");
            Result result = CertificateCheck.check(issued.folder(), plan.ledger.publicKey());
            assertThat(result.findings()).isEmpty();
            assertThat(result.lines()).isEqualTo(11);
            assertThat(result.proofs()).isEqualTo(10 + (standing ? 4 : 3) + 1);
            assertThat(result.certificate()).isEqualTo(issued.certificate());
            assertThat(CertificateCheck.check(issued.folder()).isClean()).isTrue();
        }
    }

    @Test
    void itSaysWhatWasDestroyedAndWhatWasKept() {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 7, 3, 1)) {
            Certificate certificate = issue(plan, "out").certificate();
            assertThat(certificate.certificate()).isEqualTo("C12");
            assertThat(certificate.destroyed().items()).isEqualTo(7);
            assertThat(certificate.destroyed().bytes()).isEqualTo(7 * 1000 + 28);
            assertThat(certificate.kept()).isEqualTo(Map.of("litigation hold", 3L));
            assertThat(certificate.open()).isEqualTo(1);
            assertThat(certificate.series())
                    .extracting(Certificate.Group::items)
                    .containsExactly(2L, 5L);
            assertThat(certificate.authority().words()).isEqualTo("board action of June 20, 2028, item 9.2");
        }
    }

    @Test
    void theLedgerHasTheDigestOfItsJson() throws IOException {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 2, 0, 0)) {
            Issued issued = issue(plan, "out");
            Entry last = plan.ledger.entries(plan.ledger.size() - 1, 1).getFirst();
            assertThat(last.event())
                    .isEqualTo(new CertificateIssued(
                            issued.certificate().issued(),
                            "C12",
                            "P12",
                            Digest.ofFile(issued.folder().resolve("certificate.json"))
                                    .hex(),
                            2));
        }
    }

    @Test
    void askedAgainItIsTheSameToTheByte() throws IOException {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, true, 600, 30, 0)) {
            Issued first = issue(plan, "one");
            long entries = plan.ledger.size();
            plan.ledger.checkpoint();
            Issued second =
                    plan.files().write(ExecutedPlan.ID, COMPLETE, folder.resolve("two"), ISSUED.plusSeconds(1000));
            assertThat(second.anew()).isFalse();
            assertThat(plan.ledger.size()).isEqualTo(entries);
            assertThat(bytes(second.folder())).isEqualTo(bytes(first.folder()));
        }
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(
                        folder.relativize(file).toString(), Digest.ofFile(file).hex());
            }
        }
        return bytes;
    }

    @Test
    void whatWasDestroyedLaterIsInALaterCertificate() {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 2, 0, 2)) {
            Issued first = issue(plan, "one");
            plan.end(2, 2, 0);
            Issued second = issue(plan, "two");
            assertThat(second.anew()).isTrue();
            assertThat(second.certificate().certificate()).isEqualTo("C12-2");
            assertThat(second.certificate().destroyed().items()).isEqualTo(4);
            assertThat(CertificateCheck.check(first.folder(), plan.ledger.publicKey())
                            .findings())
                    .isEmpty();
            assertThat(CertificateCheck.check(second.folder(), plan.ledger.publicKey())
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void nothingIsCertifiedWhereNothingWasDestroyed() throws IOException {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 0, 1, 1)) {
            assertThatExceptionOfType(CertificateRefused.class).isThrownBy(() -> issue(plan, "out"));
            assertThatExceptionOfType(CertificateRefused.class)
                    .isThrownBy(() -> plan.files().write(new PlanId("P13"), COMPLETE, folder.resolve("out"), ISSUED))
                    .withMessageContaining("There is no plan P13");
            try (Stream<Path> left = Files.list(folder.resolve("out"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aRegisterThatDoesNotAgreeWithTheLedgerIsNotCertified() {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 3, 0, 1)) {
            plan.change(3, plan.lines(ExecutedPlan.ID, 1, 1).getFirst());
            assertThatExceptionOfType(CertificateRefused.class)
                    .isThrownBy(() -> issue(plan, "out"))
                    .withMessageContaining("muniment verify");
        }
    }

    @Test
    void aCertificateThatIsThereIsNotWrittenOver() {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 1, 0, 0)) {
            issue(plan, "out");
            assertThatExceptionOfType(CertificateRefused.class)
                    .isThrownBy(() -> issue(plan, "out"))
                    .withMessageContaining("is there already");
        }
    }

    @Test
    void anothersKeyIsNoticed() {
        Path other = folder.resolve("other");
        assertThat(other.toFile().mkdir()).isTrue();
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 1, 0, 0);
                ExecutedPlan stranger = ExecutedPlan.with(other, false, 1, 0, 0)) {
            Result result = CertificateCheck.check(issue(plan, "out").folder(), stranger.ledger.publicKey());
            assertThat(result.findings()).extracting(Finding::file).contains("ledger.pub", "certificate.json");
        }
    }

    @Test
    void itsPaperIsPdfA2uAndSaysWhatItsJsonSays() throws IOException {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 120, 3, 0)) {
            Issued issued = issue(plan, "out");
            byte[] pdf = Files.readAllBytes(issued.folder().resolve("certificate.pdf"));
            VeraPdf.assertPdfA2u(pdf);
            try (PDDocument read = Loader.loadPDF(pdf)) {
                String text = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
                assertThat(text)
                        .contains("Certificate of destruction C12")
                        .contains("120 items (127.3 KB) of 123 on the list")
                        .contains("August 3, 2028, 9:00 AM PDT")
                        .contains("Maria Ortiz, Director of Records")
                        .contains("José Núñez, Superintendent")
                        .contains("board action of June 20, 2028, item 9.2")
                        .contains("R42 Bulletins, periodic reports Class 3 Disposable 5 CCR 16025(b), 16026 80")
                        .contains("litigation hold 3")
                        .contains(issued.certificate().list().sha256().hex())
                        .contains("Page 1 of 4");
                for (var line : plan.lines(ExecutedPlan.ID, 0, 120)) {
                    assertThat(text).contains(line.item() + " " + line.object());
                }
            }
        }
    }

    @Test
    void itsJsonIsAsItAlwaysWas() throws IOException {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 3, 2, 1)) {
            String json = Files.readString(issue(plan, "out").folder().resolve("certificate.json"));
            String golden;
            try (var in = CertificateTest.class.getResourceAsStream("certificate.json")) {
                assertThat(in).isNotNull();
                golden = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
            assertThat(plain(json)).isEqualTo(golden);
        }
    }

    /** Without the digests of what each new key, or a better word, changes. */
    private static String plain(String json) {
        return json.replaceAll("(\"checkpoint\":\").*?(\",\"key\":\").*?\"", "$1CHECKPOINT$2KEY\"")
                .replaceAll("(\"(certificate.pdf|ledger.pub|README.txt)\":\")[0-9a-f]{64}", "$1DIGEST");
    }

    @Test
    void itConsistsOfTheseFiles() throws IOException {
        try (ExecutedPlan plan = ExecutedPlan.with(folder, false, 3, 2, 1)) {
            assertThat(bytes(issue(plan, "out").folder()).keySet().stream()
                            .filter(name -> !name.startsWith("proofs/"))
                            .sorted(Comparator.naturalOrder()))
                    .isEqualTo(List.of(
                            "README.txt",
                            "certificate.json",
                            "certificate.pdf",
                            "entries.txt",
                            "items.csv",
                            "ledger.pub",
                            "list.txt"));
        }
    }
}
