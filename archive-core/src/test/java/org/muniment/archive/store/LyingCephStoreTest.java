package org.muniment.archive.store;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.muniment.archive.Catalogue;

/** Lies before a real store. */
@EnabledIfEnvironmentVariable(named = "S3_ENDPOINT", matches = ".+")
class LyingCephStoreTest extends LyingStoreContract {
    @Override
    S3Fixture honest(Catalogue empty, Path spool) {
        return S3Fixture.fromEnvironment(empty, spool);
    }
}
