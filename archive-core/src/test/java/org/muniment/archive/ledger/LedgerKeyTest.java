package org.muniment.archive.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerKeyTest {
    private Path file = Path.of("ledger.key");

    @BeforeEach
    void inANewFolder(@TempDir Path folder) {
        file = folder.resolve("ledger.key");
    }

    @Test
    void aNewKeyIsReadableByItsOwnerOnlyAndHasItsPublicPartBesideIt() throws IOException {
        LedgerKey key = LedgerKey.open(file, "records.district.example/ledger");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(VerifierKey.parse(Files.readString(file.resolveSibling("ledger.pub"))))
                .isEqualTo(key.verifier());
        assertThat(key.verifier().name()).isEqualTo("records.district.example/ledger");
        try (var files = Files.list(file.getParent())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("ledger.key", "ledger.pub");
        }
    }

    @Test
    void aKeyIsLoadedLaterWithItsOwnName() {
        LedgerKey first = LedgerKey.open(file, "one.example");
        LedgerKey later = LedgerKey.open(file, "two.example");
        assertThat(later.verifier()).isEqualTo(first.verifier());
        assertThat(later.sign("text\n")).isEqualTo(first.sign("text\n"));
    }

    @Test
    void aLostPublicFileIsWrittenAgain() throws IOException {
        LedgerKey key = LedgerKey.open(file, "one.example");
        Files.delete(file.resolveSibling("ledger.pub"));
        LedgerKey.open(file, "one.example");
        assertThat(file.resolveSibling("ledger.pub")).hasContent(key.verifier().toString());
    }

    @Test
    void aPublicFileOfAnotherKeyIsRefused(@TempDir Path elsewhere) throws IOException {
        LedgerKey.open(file, "one.example");
        LedgerKey other = LedgerKey.open(elsewhere.resolve("ledger.key"), "one.example");
        Files.writeString(file.resolveSibling("ledger.pub"), other.verifier() + "\n");
        assertThatThrownBy(() -> LedgerKey.open(file, "one.example")).isInstanceOf(LedgerCorrupt.class);
    }

    @Test
    void aPrivateKeyUnderAnothersPublicKeyIsRefused(@TempDir Path elsewhere) throws IOException {
        LedgerKey own = LedgerKey.open(file, "one.example");
        LedgerKey other = LedgerKey.open(elsewhere.resolve("ledger.key"), "one.example");
        String mixed = Files.readString(file)
                .replace(own.verifier().toString(), other.verifier().toString());
        assertThatThrownBy(() -> LedgerKey.parse(mixed, file)).isInstanceOf(LedgerCorrupt.class);
    }

    @Test
    void aFileThatIsNoKeyIsRefused() throws IOException {
        Files.writeString(file, "nothing\n");
        assertThatThrownBy(() -> LedgerKey.open(file, "one.example"))
                .isInstanceOf(LedgerCorrupt.class)
                .hasMessageContaining("ledger.key");
    }

    @RepeatedTest(50)
    void manyThatOpenANewKeyAtOnceGetTheSameOne() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<VerifierKey>> opened = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(
                            () -> LedgerKey.open(file, "one.example").verifier()))
                    .toList();
            for (Future<VerifierKey> key : opened) {
                assertThat(key.get()).isEqualTo(opened.getFirst().get());
            }
        }
    }
}
