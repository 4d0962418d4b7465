package org.muniment.archive.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new bucket in an S3 store, and a new catalogue for its versions. */
final class S3Fixture implements AutoCloseable {
    static final S3Lock SHORT = new S3Lock(S3Lock.Mode.COMPLIANCE, Duration.ofSeconds(2));
    static final S3Lock LONG = new S3Lock(S3Lock.Mode.COMPLIANCE, Duration.ofMinutes(5));

    final S3Settings settings;
    final Path folder;
    final Catalogue catalogue;
    final ObjectVersions versions;
    final S3Bucket bucket;

    S3Fixture(URI endpoint, String accessKey, String secretKey, Path folder) {
        this(new S3Settings(endpoint, "us-east-1", "t" + UUID.randomUUID(), accessKey, secretKey, null), folder);
    }

    private S3Fixture(S3Settings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
        this.catalogue = Catalogues.sqlite(folder);
        this.versions = versions(catalogue);
        this.bucket = new S3Bucket(settings);
    }

    /** The address and the keys come from {@code S3_ENDPOINT}, {@code S3_ACCESS_KEY} and {@code S3_SECRET_KEY}. */
    static S3Fixture fromEnvironment(Path folder) {
        return new S3Fixture(endpoint(), environment("S3_ACCESS_KEY"), environment("S3_SECRET_KEY"), folder);
    }

    static URI endpoint() {
        return URI.create(environment("S3_ENDPOINT"));
    }

    static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("Set " + name);
        }
        return value;
    }

    static ObjectVersions versions(Catalogue catalogue) {
        return new SqlObjectVersions(
                JdbcClient.create(catalogue.writer()), JdbcClient.create(catalogue.reader()), catalogue.transactions());
    }

    S3ObjectStore open() {
        return open(null, versions);
    }

    S3ObjectStore open(@Nullable S3Lock lock, ObjectVersions with) {
        S3Settings asked = new S3Settings(
                settings.endpoint(),
                settings.region(),
                settings.bucket(),
                settings.accessKey(),
                settings.secretKey(),
                lock);
        return S3ObjectStore.open(asked, with, folder.resolve("spool"), Clock.systemUTC());
    }

    @Override
    public void close() {
        bucket.close();
        catalogue.close();
    }
}
