package org.muniment.archive.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.muniment.archive.Catalogue;

/** Lies before {@link FakeS3}, where no real store is. */
class LyingFakeStoreTest extends LyingStoreContract {
    private final FakeS3 server;

    LyingFakeStoreTest() throws IOException {
        this.server = new FakeS3();
    }

    @Override
    S3Fixture honest(Catalogue empty, Path spool) {
        return new S3Fixture(server.endpoint(), "key", "secret", empty, spool);
    }

    @AfterAll
    void stopServer() {
        server.close();
    }
}
