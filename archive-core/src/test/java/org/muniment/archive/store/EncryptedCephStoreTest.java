package org.muniment.archive.store;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.muniment.archive.Catalogue;

/** Encrypted objects on a real server. */
@EnabledIfEnvironmentVariable(named = "S3_ENDPOINT", matches = ".+")
class EncryptedCephStoreTest extends EncryptedS3StoreContract {
    @Override
    S3Fixture fixture(Catalogue empty, Path spool) {
        return S3Fixture.fromEnvironment(empty, spool);
    }
}
