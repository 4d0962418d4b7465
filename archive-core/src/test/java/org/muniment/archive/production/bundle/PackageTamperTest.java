package org.muniment.archive.production.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.ledger.VerifierKey;
import org.muniment.archive.production.ProductionFormat;

/** Whatever is changed in a package is found and named: by the archive's check, and by the verifier that lies in it. */
class PackageTamperTest {
    private static final int FLIPS_A_FILE = 16;
    /** One more than the bytes that are left out between two; each run begins elsewhere. */
    private static final int STEP = Integer.getInteger("muniment.tamper.step", 4);

    @TempDir
    private static Path temporary;

    private static VerifierKey key;
    private static StandAlone standAlone;

    @BeforeAll
    static void make() throws IOException, ReflectiveOperationException {
        try (SamplePackage sample =
                new SamplePackage(Files.createDirectory(temporary.resolve("archive")), TimeStamps.NONE)) {
            key = sample.desk.ledger().publicKey();
            for (ProductionFormat format : ProductionFormat.values()) {
                sample.make(temporary.resolve(format.name()), format);
            }
        }
        standAlone = new StandAlone(Files.createDirectory(temporary.resolve("classes")));
    }

    private static Path made(ProductionFormat format) {
        return temporary.resolve(format.name());
    }

    @AfterAll
    static void close() throws IOException {
        standAlone.close();
    }

    private static List<String> named(Path folder) {
        return PackageCheck.check(folder, key).findings().stream()
                .map(PackageCheck.Finding::file)
                .distinct()
                .toList();
    }

    private static void assertNamed(Path folder, String file, String how) {
        assertThat(named(folder)).as("%s, by the archive", how).containsExactly(file);
        assertThat(standAlone.named(folder, key.toString()))
                .as("%s, by the verifier in the package", how)
                .containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource
    void anUnchangedPackageIsWhole(ProductionFormat format) throws Exception {
        Path folder = made(format);
        PackageCheck.Result result = PackageCheck.check(folder);
        assertThat(result.findings()).isEmpty();
        assertThat(result.files()).isGreaterThan(6);
        assertThat(standAlone.named(folder, "")).isEmpty();
        StandAlone.Said said = StandAlone.run(folder, ".");
        assertThat(said.code()).as(said.out()).isZero();
        assertThat(said.out())
                .contains("is whole: " + result.files() + " files")
                .contains(key.toString());
    }

    @ParameterizedTest
    @EnumSource
    void everyFlippedBitIsNamed(ProductionFormat format) throws IOException {
        long seed = System.nanoTime();
        System.out.println("PackageTamperTest seed " + seed);
        Random random = new Random(seed);
        Path folder = made(format);
        for (String file : FolderFiles.list(folder)) {
            Path path = folder.resolve(file);
            byte[] bytes = Files.readAllBytes(path);
            for (int i = 0; i < FLIPS_A_FILE; i++) {
                int bit = random.nextInt(bytes.length * 8);
                byte[] changed = bytes.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(path, changed);
                assertNamed(folder, file, "seed " + seed + ", bit " + bit + " of " + file);
            }
            Files.write(path, bytes);
        }
        assertThat(named(folder)).isEmpty();
    }

    /** No byte of what proves the rest is free. */
    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void aFlippedBitInBytesAllOverTheSealsIsNamed(ProductionFormat format) throws IOException {
        long seed = System.nanoTime();
        System.out.println("PackageTamperTest seed " + seed);
        Random random = new Random(seed);
        Path folder = made(format);
        for (String file : FolderFiles.list(folder)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            for (int at = random.nextInt(STEP); Layout.isSeal(file, format) && at < bytes.length; at += STEP) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(folder.resolve(file), changed);
                assertNamed(folder, file, "seed " + seed + ", byte " + at + " of " + file);
            }
            Files.write(folder.resolve(file), bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMissingFileIsNamed(ProductionFormat format) throws IOException {
        Path folder = made(format);
        Path away = temporary.resolve("away");
        for (String file : FolderFiles.list(folder)) {
            Files.move(folder.resolve(file), away);
            assertNamed(folder, file, "without " + file);
            Files.move(away, folder.resolve(file));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFileThatWasAddedIsNamed(ProductionFormat format) throws IOException {
        Path folder = made(format);
        String payload = format == ProductionFormat.BAG ? "data/" : "";
        for (String file : List.of(
                "notes.txt",
                payload + "LOGS/more.csv",
                "VERIFY/More.java",
                ".hidden",
                "production.tsr",
                "naïve name.txt")) {
            Path added = Files.writeString(folder.resolve(file), "");
            assertNamed(folder, file, "with " + file);
            Files.delete(added);
        }
    }

    @Test
    void aLinkInPlaceOfAFileIsNamed() throws IOException {
        Path folder = made(ProductionFormat.COURT);
        Path file = folder.resolve("LOGS/withheld.csv");
        Path away = temporary.resolve("elsewhere.csv");
        Files.move(file, away);
        Files.createSymbolicLink(file, away);
        assertNamed(folder, "LOGS/withheld.csv", "a link");
        Files.delete(file);
        Files.move(away, file);
    }

    @Test
    void filesThatChangedPlacesAreNamed() throws IOException {
        Path folder = made(ProductionFormat.COURT);
        Path one = folder.resolve("VOL001/IMAGES/" + firstImage(folder, 0));
        Path two = folder.resolve("VOL001/IMAGES/" + firstImage(folder, 1));
        byte[] first = Files.readAllBytes(one);
        Files.write(one, Files.readAllBytes(two));
        assertNamed(folder, folder.relativize(one).toString(), "another page's image");
        Files.write(one, first);
    }

    private static String firstImage(Path folder, int number) throws IOException {
        return FolderFiles.list(folder.resolve("VOL001/IMAGES")).stream()
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPackageThatSomebodyElseSealedIsNotTheDistricts() throws Exception {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        try (SamplePackage forger = new SamplePackage(elsewhere, TimeStamps.NONE)) {
            Path forged = forger.make(temporary.resolve("forged"), ProductionFormat.PDF);
            assertThat(PackageCheck.check(forged).findings()).isEmpty();
            assertNamed(forged, ProductionFile.NAME, "another key");
            StandAlone.Said said = StandAlone.run(forged, ".", key.toString());
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out()).contains("FAULT  production.json: It is signed with another key");
        }
    }

    @Test
    void theProofOfAnotherProductionProvesNothing() throws IOException {
        Path folder = made(ProductionFormat.PDF);
        Path proof = folder.resolve(Layout.PROOF);
        byte[] own = Files.readAllBytes(proof);
        Files.copy(made(ProductionFormat.COURT).resolve(Layout.PROOF), proof, StandardCopyOption.REPLACE_EXISTING);
        assertThat(named(folder)).isNotEmpty();
        assertThat(standAlone.named(folder, key.toString())).isNotEmpty();
        Files.write(proof, own);
    }

    @Test
    void theProgramInThePackageSaysWhatIsWrongAndEndsWithOne() throws Exception {
        Path folder = made(ProductionFormat.BAG);
        Path file = folder.resolve("data/LOGS/withheld.csv");
        byte[] bytes = Files.readAllBytes(file);
        Files.writeString(file, "nothing was withheld");
        StandAlone.Said said =
                StandAlone.run(folder, ".", folder.resolve("ledger.pub").toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("FAULT  data/LOGS/withheld.csv: It was changed")
                .contains("1 faults found. Do not rely on this production.");
        Files.write(file, bytes);
        assertThat(StandAlone.run(folder).code()).isEqualTo(2);
    }
}
