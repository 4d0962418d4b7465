package org.muniment.archive.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Catalogue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new bucket in an S3 store, and a catalogue emptied of versions. */
final class S3Fixture implements AutoCloseable {
    static final S3Lock SHORT = new S3Lock(S3Lock.Mode.COMPLIANCE, Duration.ofSeconds(2));
    static final S3Lock LONG = new S3Lock(S3Lock.Mode.COMPLIANCE, Duration.ofMinutes(5));

    final S3Settings settings;
    final Path folder;
    final ObjectVersions versions;
    final S3Bucket bucket;

    S3Fixture(URI endpoint, String accessKey, String secretKey, Catalogue catalogue, Path folder) {
        this(
                new S3Settings(endpoint, "us-east-1", "t" + UUID.randomUUID(), accessKey, secretKey, null),
                folder,
                versions(catalogue));
        JdbcClient.create(catalogue.writer()).sql("delete from object_version").update();
    }

    private S3Fixture(S3Settings settings, Path folder, ObjectVersions versions) {
        this.settings = settings;
        this.folder = folder;
        this.versions = versions;
        this.bucket = new S3Bucket(settings);
    }

    /** The same bucket and catalogue, by way of another address. */
    S3Fixture at(URI endpoint) {
        return new S3Fixture(settings(endpoint, null), folder, versions);
    }

    private S3Settings settings(URI endpoint, @Nullable S3Lock lock) {
        return new S3Settings(
                endpoint, settings.region(), settings.bucket(), settings.accessKey(), settings.secretKey(), lock);
    }

    /** The address and the keys come from {@code S3_ENDPOINT}, {@code S3_ACCESS_KEY} and {@code S3_SECRET_KEY}. */
    static S3Fixture fromEnvironment(Catalogue catalogue, Path folder) {
        return new S3Fixture(
                URI.create(environment("S3_ENDPOINT")),
                environment("S3_ACCESS_KEY"),
                environment("S3_SECRET_KEY"),
                catalogue,
                folder);
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
        return S3ObjectStore.open(
                settings(settings.endpoint(), lock), with, folder.resolve("spool"), Clock.systemUTC());
    }

    @Override
    public void close() {
        bucket.close();
    }
}
