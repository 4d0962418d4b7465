package org.muniment.archive.production.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionDesk;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.store.Digest;

/** From an order to a sealed folder, also after a kill, and the same bytes every time. */
class PackageSealTest {
    @TempDir
    private Path folder;

    private SamplePackage sample;

    @BeforeEach
    void open() throws IOException {
        sample = new SamplePackage(Files.createDirectory(folder.resolve("archive")), TimeStamps.NONE);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private static Map<String, Digest> digests(Path of) throws IOException {
        return new TreeMap<>(FolderFiles.digests(of, FolderFiles.list(of)));
    }

    @ParameterizedTest
    @EnumSource
    void builtAgainItHasTheSameBytesAlsoWhenTheLedgerHasGrown(ProductionFormat format) throws IOException {
        Path first = sample.make(folder.resolve("first"), format);
        sample.make(folder.resolve("another"), ProductionFormat.PDF);
        Production production =
                sample.desk.productions().find(new ProductionId("PR1")).orElseThrow();
        Path second = sample.again(folder.resolve("second"), production);
        assertThat(digests(second)).isEqualTo(digests(first));
        assertThat(sample.desk.ledger().entriesFor("PR1")).hasSize(2);
    }

    @Test
    void aCourtsPackageHasTheseFiles() throws IOException {
        Path made = sample.make(folder.resolve("court"), ProductionFormat.COURT);
        assertThat(FolderFiles.list(made))
                .containsExactly(
                        "DATA/PR1.dat",
                        "DATA/PR1.opt",
                        "LOGS/withheld.csv",
                        "README.txt",
                        "VERIFY/VerifyProduction.java",
                        "VOL001/IMAGES/CUSD-000000001.tif",
                        "VOL001/IMAGES/CUSD-000000002.tif",
                        "VOL001/IMAGES/CUSD-000000003.tif",
                        "VOL001/NATIVES/CUSD-000000003.xlsx",
                        "VOL001/TEXT/CUSD-000000001.txt",
                        "VOL002/IMAGES/CUSD-000000004.tif",
                        "VOL002/IMAGES/CUSD-000000005.tif",
                        "VOL002/TEXT/CUSD-000000004.txt",
                        "ledger.pub",
                        "manifest-sha256.txt",
                        "production.json",
                        "production.json.sig",
                        "production.tlog-proof");
    }

    @Test
    void theProductionsPaperSaysWhatItIs() throws IOException {
        Path made = sample.make(folder.resolve("pdf"), ProductionFormat.PDF);
        ProductionFile said = ProductionJson.read(Files.readAllBytes(made.resolve(ProductionFile.NAME)));
        assertThat(said.production()).isEqualTo(new ProductionId("PR1"));
        assertThat(said.pages()).isEqualTo(5);
        assertThat(said.documents()).isEqualTo(3);
        assertThat(said.bates()).isEqualTo(new ProductionFile.Numbers("CUSD-000000001", "CUSD-000000005", List.of()));
        assertThat(said.made()).isEqualTo(ProductionDesk.NOON);
        assertThat(said.officer()).isEqualTo(ProductionDesk.ORTIZ);
        assertThat(said.decisions()).isEqualTo(Map.of("responsive", 2L));
        assertThat(said.manifest().files()).isEqualTo(FolderFiles.list(made).size() - 4L);
        assertThat(said.manifest().sha256()).isEqualTo(Digest.ofFile(made.resolve("manifest-sha256.txt")));
        assertThat(said.files()).isEmpty();
    }

    @Test
    void theArchivesPackageIsABag() throws IOException {
        Path made = sample.make(folder.resolve("bag"), ProductionFormat.BAG);
        assertThat(made.resolve("bagit.txt")).hasContent("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        List<String> payload = FolderFiles.list(made).stream()
                .filter(path -> path.startsWith("data/"))
                .toList();
        assertThat(Files.readAllLines(made.resolve("bag-info.txt")))
                .containsExactly(
                        "Source-Organization: Clovis Unified School District",
                        "Bagging-Date: 2026-03-02",
                        "External-Identifier: PR1",
                        "External-Description: R7: \"mensajes\" de José, 日本, \"manifest\":{\"sha256\"",
                        "Payload-Oxum: " + FolderFiles.bytes(made, payload) + "." + payload.size());
        assertThat(Manifest.parse(Files.readString(made.resolve("manifest-sha256.txt")))
                        .files())
                .containsOnlyKeys(payload);
        assertThat(Manifest.parse(Files.readString(made.resolve("tagmanifest-sha256.txt")))
                        .files())
                .containsOnlyKeys(
                        "README.txt",
                        "VERIFY/VerifyProduction.java",
                        "bag-info.txt",
                        "bagit.txt",
                        "ledger.pub",
                        "manifest-sha256.txt",
                        "production.json",
                        "production.json.sig",
                        "production.tlog-proof");
    }

    @ParameterizedTest
    @EnumSource
    void sha256sumAgrees(ProductionFormat format) throws Exception {
        Path made = sample.make(folder.resolve("made"), format);
        Process process = new ProcessBuilder("sha256sum", "--strict", "--quiet", "-c", "manifest-sha256.txt")
                .directory(made.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    /** The commands of the README. */
    @Test
    void opensslAgrees() throws Exception {
        assumeThat(exit(folder, "openssl", "version")).isZero();
        Path made = sample.make(folder.resolve("made"), ProductionFormat.COURT);
        String key = Files.readString(made.resolve("ledger.pub")).strip();
        byte[] typed = Base64.getDecoder().decode(key.substring(key.indexOf('+', key.indexOf('+') + 1) + 1));
        Path der = folder.resolve("pub.der");
        Files.write(
                der,
                HexFormat.of()
                        .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(typed, 1, 33)));
        String[] verify = {
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-keyform",
            "DER",
            "-inkey",
            der.toString(),
            "-rawin",
            "-in",
            "production.json",
            "-sigfile",
            "production.json.sig"
        };
        assertThat(exit(made, verify)).isZero();
        Files.writeString(made.resolve("production.json"), "{}");
        assertThat(exit(made, verify)).isNotZero();
    }

    private static int exit(Path in, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor();
        } catch (IOException notInstalled) {
            return -1;
        }
    }

    @Test
    void nothingIsFinishedThatTheLedgerDoesNotHave() throws IOException {
        Production draft = sample.order(ProductionFormat.PDF);
        BatesNumber first = sample.reserve(draft);
        PackageFolder made = SamplePackage.filled(folder.resolve("pdf"), ProductionFormat.PDF, first);
        sample.seal.close(made, SamplePackage.facts(draft, first));
        assertThatThrownBy(() -> sample.seal.finish(made, draft.id()))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("it is not built yet");
        assertThat(folder.resolve("pdf")).doesNotExist();
    }

    /** Wherever it is stopped, the next try begins anew and ends with the same bytes. */
    @Test
    void aBuildThatWasKilledIsBegunAgain() throws IOException {
        Production draft = sample.order(ProductionFormat.PDF);
        BatesNumber first = sample.reserve(draft);
        Path target = folder.resolve("pdf");
        SamplePackage.filled(target, ProductionFormat.PDF, first).family().file("TEXT", "half");
        PackageFolder second = SamplePackage.filled(target, ProductionFormat.PDF, first);
        PackageSeal.Closed closed = sample.seal.close(second, SamplePackage.facts(draft, first));
        PackageFolder third = SamplePackage.filled(target, ProductionFormat.PDF, first);
        assertThat(sample.seal.close(third, SamplePackage.facts(draft, first))).isEqualTo(closed);
        sample.note(draft, first, closed);
        Path made =
                sample.again(target, sample.desk.productions().find(draft.id()).orElseThrow());
        assertThat(PackageCheck.check(made).findings()).isEmpty();
        assertThat(folder.resolve("pdf.part")).doesNotExist();
    }

    @Test
    void nothingOfSomebodyElsesIsRemoved() throws IOException {
        Path target = folder.resolve("mine");
        Files.createDirectory(target);
        assertThatThrownBy(() -> PackageFolder.begin(target, ProductionFormat.PDF, PackageFolder.VOLUME))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("is there already");
        Path other = folder.resolve("other.part");
        Files.createDirectory(other);
        Files.writeString(other.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> PackageFolder.begin(folder.resolve("other"), ProductionFormat.PDF, 10))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("no unfinished package");
        assertThat(other.resolve("thesis.txt")).exists();
    }

    @Test
    void aFamilyIsNeverSplitAndAVolumeEndsBeforeItGetsTooLarge() {
        Volumes volumes = new Volumes(100);
        assertThat(List.of(
                        volumes.place(60),
                        volumes.place(40),
                        volumes.place(1),
                        volumes.place(500),
                        volumes.place(0),
                        volumes.place(99),
                        volumes.place(2)))
                .containsExactly("VOL001", "VOL001", "VOL002", "VOL003", "VOL004", "VOL004", "VOL005");
    }

    @Test
    void whatWouldNotBeAFileEverywhereIsNoPath() {
        for (String path :
                List.of("", "a//b", "../a", "a/..", "/a", "a\\b", "a b", "é", "con", "NUL.txt", ".x", "x.", "a\nb")) {
            assertThatThrownBy(() -> new PackagePath(path)).as(path).isInstanceOf(IllegalArgumentException.class);
        }
        BatesNumber one = new BatesNumber("CUSD", 1);
        assertThat(PackagePath.nativeName(one, "Budget.final.XLSX")).isEqualTo("CUSD-000000001.xlsx");
        assertThat(PackagePath.nativeName(one, "../../etc/passwd")).isEqualTo("CUSD-000000001.bin");
        assertThat(PackagePath.nativeName(one, "evil.sh\n")).isEqualTo("CUSD-000000001.bin");
        assertThat(PackagePath.of("VOL001", "TEXT", "a.txt").link()).isEqualTo(".\\VOL001\\TEXT\\a.txt");
    }

    @Test
    void thePackagesOwnFilesAreNotOverwritten() {
        PackageFolder made = PackageFolder.begin(folder.resolve("pdf"), ProductionFormat.PDF, 10);
        assertThatThrownBy(() -> made.file(PackagePath.of("production.json")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> made.file(PackagePath.of("VERIFY", "Other.java")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
