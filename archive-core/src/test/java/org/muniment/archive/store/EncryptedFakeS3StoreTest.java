package org.muniment.archive.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.muniment.archive.Catalogue;

/** Encrypted objects without a server, for the quick loop; {@link EncryptedCephStoreTest} is the truth. */
class EncryptedFakeS3StoreTest extends EncryptedS3StoreContract {
    private final FakeS3 server;

    EncryptedFakeS3StoreTest() throws IOException {
        this.server = new FakeS3();
    }

    @Override
    S3Fixture fixture(Catalogue empty, Path spool) {
        return new S3Fixture(server.endpoint(), "key", "secret", empty, spool);
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
