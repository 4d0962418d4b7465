package org.muniment.archive.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.muniment.archive.Catalogue;

/** The S3 contract without a server, for the quick loop; {@link CephObjectStoreTest} is the truth. */
class FakeS3ObjectStoreTest extends S3ObjectStoreContract implements DamageContract {
    private final FakeS3 server;

    FakeS3ObjectStoreTest() throws IOException {
        this.server = new FakeS3();
    }

    @Override
    S3Fixture fixture(Catalogue empty, Path spool) {
        return new S3Fixture(server.endpoint(), "key", "secret", empty, spool);
    }

    @Override
    public void flip(Digest digest, int position) {
        server.flip(s3().settings.bucket(), ObjectKey.of(digest), position);
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
