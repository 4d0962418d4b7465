package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.bundle.PackageCheck;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;
import org.muniment.batch.Child;

/** The same items give the same bytes, whatever happened in between. */
class RepeatedBuildTest {
    private static final int ITEMS = 24;

    @TempDir
    Path folder;

    private Path home(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static void fill(Path home) {
        try (District district = District.create(home)) {
            for (int number = 1; number <= ITEMS; number++) {
                district.mail("m" + number, mail(number));
            }
            district.code(district.all(), Decision.RESPONSIVE);
            district.redact(district.item("Number 7"), new Part.Body(), "Milo Ashfeld 7");
        }
    }

    private static String mail(int number) {
        return "From: Office <office@district.example>\nTo: clerk@district.example\nDate: Mon, 8 Sep 2025 12:00:00 -0700\n"
                + "Message-ID: <" + number + "@district.example>\nSubject: Number " + number
                + "\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nMilo Ashfeld " + number
                + " came.\n--b\nContent-Type: text/html; name=page.html\n\n<p>Page <b>" + number
                + "</b></p>\n--b\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"
                + "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==\n--b--\n";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static Map<String, String> build(Path home, ProductionFormat format) {
        try (District district = District.open(home)) {
            Produced produced = district.produce(district.reviewed(format, "out-" + format));
            assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
            return new Package(produced.folder()).lasting();
        }
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        fill(home("one"));
        copy(folder.resolve("one"), folder.resolve("two"));
        for (ProductionFormat format : ProductionFormat.values()) {
            assertThat(build(folder.resolve("one"), format))
                    .hasSizeGreaterThan(5)
                    .isEqualTo(build(folder.resolve("two"), format));
        }
    }

    @Test
    void aBuildThatFailedHalfWayRepeatsWithTheSameNumbersAndBytes() throws IOException {
        fill(home("one"));
        copy(folder.resolve("one"), folder.resolve("two"));
        Map<String, String> whole = build(folder.resolve("one"), ProductionFormat.COURT);
        try (District district = District.open(folder.resolve("two"))) {
            int[] left = {ITEMS / 2};
            Produce failing = new Produce(district.archive, "test", scratch -> open -> {
                if (left[0]-- == 0) {
                    throw new IllegalStateException("the power is gone");
                }
                return new Assembly.ItemPapers(
                                new MessageLeaf(district.archive.settings().zone()),
                                new AttachmentLeaves(OfficeFiles.find("", scratch)))
                        .of(open);
            });
            assertThatThrownBy(() ->
                            failing.run(district.reviewed(ProductionFormat.COURT, "out-COURT"), Produce.Progress.NONE))
                    .hasMessageContaining("the power is gone");
            district.plain(29, "Taken in later", "Not part of it.");
        }
        assertThat(build(folder.resolve("two"), ProductionFormat.COURT)).isEqualTo(whole);
    }

    @Test
    void killedAtRandomMomentsABuildRepeatsItself() throws Exception {
        long seed = System.nanoTime();
        System.out.println("killedAtRandomMoments seed " + seed);
        Random random = new Random(seed);
        fill(home("one"));
        copy(folder.resolve("one"), folder.resolve("two"));
        Map<String, String> whole = build(folder.resolve("one"), ProductionFormat.PDF);
        for (int round = 0; round < 2; round++) {
            kill(folder.resolve("two"), random.nextInt(ITEMS));
        }
        assertThat(build(folder.resolve("two"), ProductionFormat.PDF)).isEqualTo(whole);
    }

    private static void kill(Path home, int after) throws Exception {
        Process process = Child.start(512, RepeatedBuildTest.class, home.toString());
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.lines().filter(line -> line.startsWith("done ")).limit(after + 1L))
                    .isNotEmpty();
            TimeUnit.MILLISECONDS.sleep(20);
            process.destroyForcibly().waitFor();
        }
    }

    /** What the process that is killed does. */
    public static void main(String... arguments) {
        try (District district = District.open(Path.of(arguments[0]))) {
            new Produce(district.archive, "test")
                    .run(
                            district.reviewed(ProductionFormat.PDF, "out-PDF"),
                            (done, total) -> System.out.println("done " + done));
        }
    }
}
