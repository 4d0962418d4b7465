package org.muniment.archive.store;

import java.net.URI;
import java.nio.file.Path;
import org.muniment.archive.Catalogue;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.DockerImageName;

/** The S3 contract on MinIO, where Docker is. Another image with {@code -Dminio.image=…}. */
@Testcontainers(disabledWithoutDocker = true)
class MinioObjectStoreTest extends S3ObjectStoreContract {
    @Container
    private static final MinIOContainer MINIO = new MinIOContainer(
            DockerImageName.parse(System.getProperty("minio.image", "quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z"))
                    .asCompatibleSubstituteFor("minio/minio"));

    @Override
    S3Fixture fixture(Catalogue empty, Path spool) {
        return new S3Fixture(URI.create(MINIO.getS3URL()), MINIO.getUserName(), MINIO.getPassword(), empty, spool);
    }
}
