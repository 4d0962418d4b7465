package org.muniment.archive.production.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.production.ProductionRefused;

/** A time stamping authority's word on a package, RFC 3161, from a real one on this computer. */
class TimeStampTest {
    private static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);

    private static TestAuthority authority;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        authority = new TestAuthority();
    }

    @AfterAll
    static void stop() {
        authority.close();
    }

    @Test
    void aStampSaysWhenADocumentWasThere() {
        byte[] response =
                new HttpTimeStamps(authority.address()).stamp(DOCUMENT).orElseThrow();
        assertThat(TimeStampCheck.check(response, DOCUMENT)).isEqualTo(TestAuthority.TIME);
        assertThatThrownBy(() -> TimeStampCheck.check(response, "[]".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("the time stamp of something else");
        byte[] changed = response.clone();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> TimeStampCheck.check(changed, DOCUMENT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAuthorityThatDoesNotAnswerAsItShouldIsRefused() throws IOException {
        for (String path : new String[] {"error", "refuse", "nonsense", "another"}) {
            HttpTimeStamps wrong = new HttpTimeStamps(authority.address().resolve("/" + path));
            assertThatThrownBy(() -> wrong.stamp(DOCUMENT))
                    .as(path)
                    .isInstanceOf(ProductionRefused.class)
                    .hasMessageContaining("gave no time stamp");
        }
        HttpTimeStamps nobody = new HttpTimeStamps(URI.create("http://127.0.0.1:1/"));
        assertThatThrownBy(() -> nobody.stamp(DOCUMENT)).isInstanceOf(ProductionRefused.class);
    }

    @Test
    void aStampedPackageKeepsItsStampAndNamesItWhenItIsChanged() throws Exception {
        try (SamplePackage sample = new SamplePackage(
                Files.createDirectory(folder.resolve("archive")), new HttpTimeStamps(authority.address()))) {
            Path made = sample.make(folder.resolve("made"), ProductionFormat.PDF);
            PackageCheck.Result result = PackageCheck.check(made);
            assertThat(result.findings()).isEmpty();
            assertThat(result.stamped()).isEqualTo(TestAuthority.TIME);
            Production noted =
                    sample.desk.productions().find(new ProductionId("PR1")).orElseThrow();
            Path again = sample.again(folder.resolve("again"), noted);
            Path stamp = made.resolve(Layout.TIME_STAMP);
            assertThat(again.resolve(Layout.TIME_STAMP)).hasSameBinaryContentAs(stamp);
            try (StandAlone standAlone = new StandAlone(Files.createDirectory(folder.resolve("classes")))) {
                byte[] bytes = Files.readAllBytes(stamp);
                assertThat(standAlone.named(made, "")).isEmpty();
                bytes[bytes.length / 2] ^= 4;
                Files.write(stamp, bytes);
                assertNamed(made, standAlone);
                Files.delete(stamp);
                assertNamed(made, standAlone);
            }
        }
    }

    private static void assertNamed(Path made, StandAlone standAlone) {
        assertThat(PackageCheck.check(made).findings())
                .extracting(PackageCheck.Finding::file)
                .containsExactly(Layout.TIME_STAMP);
        assertThat(standAlone.named(made, "")).containsExactly(Layout.TIME_STAMP);
    }
}
