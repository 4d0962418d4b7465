package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.store.ObjectVersions.Claim;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ObjectVersionsContract {
    private static final Digest A = Digest.of(new byte[] {1});
    private static final Digest B = Digest.of(new byte[] {2});

    private Catalogue catalogue;
    private ObjectVersions versions;

    abstract Catalogue catalogue(Path folder);

    @BeforeAll
    void open(@TempDir Path folder) {
        catalogue = catalogue(folder);
        versions = S3Fixture.versions(catalogue);
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(catalogue.writer()).sql("delete from object_version").update();
    }

    @AfterAll
    void close() {
        catalogue.close();
    }

    @Test
    void theFirstClaimIsFreshAndTheNextIsNot() {
        assertThat(versions.find(A)).isEmpty();
        assertThat(versions.claim(A, 1)).isEqualTo(new Claim.Fresh());
        assertThat(versions.claim(A, 1)).isEqualTo(new Claim.Unsettled());
        assertThat(versions.find(A)).contains(new Claim.Unsettled());
    }

    @Test
    void theFirstSettledVersionStays() {
        versions.claim(A, 3L << 30);

        assertThat(versions.settle(A, 3L << 30, "first")).isEqualTo("first");
        assertThat(versions.settle(A, 3L << 30, "second")).isEqualTo("first");

        assertThat(versions.find(A)).contains(new Claim.Settled("first", 3L << 30));
        assertThat(versions.claim(A, 3L << 30)).isEqualTo(new Claim.Settled("first", 3L << 30));
    }

    @Test
    void aVersionCanBeSettledWithoutAClaim() {
        assertThat(versions.settle(A, 7, "found")).isEqualTo("found");
        assertThat(versions.find(A)).contains(new Claim.Settled("found", 7));
    }

    @Test
    void reopeningTakesBackOnlyTheVersionThatIsGone() {
        versions.settle(A, 7, "first");

        versions.reopen(A, "other");
        assertThat(versions.find(A)).contains(new Claim.Settled("first", 7));

        versions.reopen(A, "first");
        assertThat(versions.find(A)).contains(new Claim.Unsettled());
        assertThat(versions.settle(A, 7, "second")).isEqualTo("second");
    }

    @Test
    void forgettingMayBeRepeated() {
        versions.settle(A, 7, "first");
        versions.settle(B, 7, "other");

        versions.forget(A);
        versions.forget(A);

        assertThat(versions.find(A)).isEmpty();
        assertThat(versions.find(B)).isPresent();
        assertThat(versions.claim(A, 7)).isEqualTo(new Claim.Fresh());
    }

    @Test
    void unsettledClaimsAreListedInOrder() {
        List<Digest> digests = IntStream.range(0, 20)
                .mapToObj(n -> Digest.of(new byte[] {(byte) n}))
                .toList();
        digests.forEach(digest -> versions.claim(digest, 1));
        versions.settle(digests.getFirst(), 1, "done");

        assertThat(versions.unsettled())
                .isEqualTo(digests.stream().skip(1).sorted().toList());
    }

    @Test
    void ofManyRacersOneIsFreshAndAllAgreeOnTheVersion() throws Exception {
        List<Claim> claims = ObjectStoreContract.atOnce(IntStream.range(0, 32)
                .<Callable<Claim>>mapToObj(n -> () -> versions.claim(A, 1))
                .toList());
        List<String> settled = ObjectStoreContract.atOnce(IntStream.range(0, 32)
                .<Callable<String>>mapToObj(n -> () -> versions.settle(A, 1, "v" + n))
                .toList());

        assertThat(claims).filteredOn(new Claim.Fresh()::equals).hasSize(1);
        assertThat(settled.stream().distinct()).hasSize(1);
        assertThat(versions.find(A)).contains(new Claim.Settled(settled.getFirst(), 1));
    }
}
