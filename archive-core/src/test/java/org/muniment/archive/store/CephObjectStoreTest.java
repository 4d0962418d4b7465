package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.muniment.archive.Catalogue;

/** The S3 contract on a real server, usually Ceph's gateway as {@code .ci/s3-up.sh} starts it. */
@EnabledIfEnvironmentVariable(named = "S3_ENDPOINT", matches = ".+")
class CephObjectStoreTest extends S3ObjectStoreContract {
    @Override
    S3Fixture fixture(Catalogue empty, Path spool) {
        return S3Fixture.fromEnvironment(empty, spool);
    }

    @Test
    void aWrongSecretIsRefused() {
        S3Settings right = s3().settings;
        S3Settings wrong = new S3Settings(
                right.endpoint(), right.region(), right.bucket(), right.accessKey(), "wrong-secret", null);

        try (S3Bucket bucket = new S3Bucket(wrong)) {
            assertThatExceptionOfType(StoreRefused.class).isThrownBy(bucket::prepare);
        }
    }
}
