package org.muniment.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Where S3 is required a missing server is a failure, not a skipped test. */
@EnabledIfEnvironmentVariable(named = "S3_REQUIRED", matches = "true")
class S3RequiredTest {
    @Test
    void aRealS3StoreIsThere() {
        assertThat(System.getenv("S3_ENDPOINT"))
                .as("S3_REQUIRED=true: start a store with .ci/s3-up.sh and set S3_ENDPOINT")
                .isNotBlank();
    }
}
