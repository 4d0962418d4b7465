package org.muniment.archive.store;

import io.minio.BucketExistsArgs;
import io.minio.DisableObjectLegalHoldArgs;
import io.minio.EnableObjectLegalHoldArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.ObjectWriteArgs;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.SetBucketVersioningArgs;
import io.minio.SetObjectRetentionArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.Item;
import io.minio.messages.VersioningConfiguration;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One bucket, in the words of S3. Every deed on an object names its version. Throws {@link StoreRefused} when the store
 * says no for good, {@link StoreUnavailable} for anything else that goes wrong.
 */
final class S3Bucket implements AutoCloseable {
    /** Objects above this many bytes are written in parts of this size. */
    private static final long PART = 8L << 20;

    private final MinioClient client;
    private final String bucket;
    private final String name;

    S3Bucket(S3Settings settings) {
        this.client = S3Clients.connect(settings);
        this.bucket = settings.bucket();
        this.name = settings.endpoint() + "/" + bucket;
    }

    /** Makes the bucket where it is absent, able to lock where the store knows how to, and sees to it that it keeps versions. */
    void prepare() {
        if (!exists()) {
            try {
                make(true);
            } catch (StoreRefused lockUnknown) {
                make(false);
            }
        }
        if (!versioned()) {
            S3Calls.run(
                    "keep versions in " + name,
                    () -> client.setBucketVersioning(SetBucketVersioningArgs.builder()
                            .bucket(bucket)
                            .config(new VersioningConfiguration(
                                    VersioningConfiguration.Status.ENABLED, null, null, null))
                            .build()));
            if (!versioned()) {
                throw new StoreRefused(
                        name + " keeps no versions. Use a store with versions, better with Object Lock.");
            }
        }
    }

    private boolean exists() {
        return S3Calls.ask(
                "look for " + name,
                () -> client.bucketExists(
                        BucketExistsArgs.builder().bucket(bucket).build()));
    }

    private boolean versioned() {
        return S3Calls.ask(
                        "ask whether " + name + " keeps versions",
                        () -> client.getBucketVersioning(
                                GetBucketVersioningArgs.builder().bucket(bucket).build()))
                .status()
                .equals(VersioningConfiguration.Status.ENABLED);
    }

    private void make(boolean lock) {
        try {
            S3Calls.run(
                    "make " + name,
                    () -> client.makeBucket(MakeBucketArgs.builder()
                            .bucket(bucket)
                            .objectLock(lock)
                            .build()));
        } catch (StoreException e) {
            // Another process may have been faster.
            if (!exists()) {
                throw e;
            }
        }
    }

    /** Writes a new version and gives its id. Whether the store kept what it took is for {@link #stored} to say. */
    String put(String key, Spool bytes, S3Version.@Nullable Retained retained, boolean held) {
        String id = S3Calls.ask("write " + key + " to " + name, () -> switch (bytes) {
                    case Spool.InMemory memory -> {
                        byte[] data = memory.bytes();
                        yield client.putObject(write(PutObjectArgs.builder(), key, retained, held)
                                .headers(Map.of("Content-MD5", md5(data)))
                                .data(data, data.length)
                                .build());
                    }
                    case Spool.InFile file ->
                        client.uploadObject(write(UploadObjectArgs.builder(), key, retained, held)
                                .filename(file.file().toString(), PART)
                                .build());
                })
                .versionId();
        if (id == null) {
            throw new StoreUnavailable(name + " gave no version for " + key + ". Does the bucket still keep versions?");
        }
        return id;
    }

    private <B extends ObjectWriteArgs.Builder<B, A>, A extends ObjectWriteArgs> B write(
            B builder, String key, S3Version.@Nullable Retained retained, boolean held) {
        B write = builder.bucket(bucket).object(key);
        if (retained != null) {
            write = write.retention(retained.asked());
        }
        return held ? write.legalHold(true) : write;
    }

    private static String md5(byte[] data) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    /** What the store has under this version, or nothing. */
    Optional<S3Version.Stored> stored(String key, String version) {
        return S3Calls.find(
                        "look at " + key + " in " + name,
                        () -> client.statObject(StatObjectArgs.builder()
                                .bucket(bucket)
                                .object(key)
                                .versionId(version)
                                .build()))
                .map(S3Version.Stored::of);
    }

    /** The bytes of a version as they come over the wire, or nothing when there is no such version. */
    Optional<InputStream> open(String key, String version) {
        return S3Calls.find(
                "read " + key + " from " + name,
                () -> client.getObject(GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .versionId(version)
                        .build()));
    }

    /** All versions of one key, delete markers too. */
    List<S3Version> versions(String key) {
        try (Stream<S3Version> versions = list(key)) {
            return versions.filter(version -> version.key().equals(key)).toList();
        }
    }

    /** All versions of all keys that begin so, in ascending order of keys, fetched page by page. */
    Stream<S3Version> list(String prefix) {
        Iterable<Result<Item>> listed = client.listObjects(ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .includeVersions(true)
                .build());
        return StreamSupport.stream(listed.spliterator(), false).map(result -> {
            Item item = S3Calls.ask("list " + name, result::get);
            return new S3Version(item.objectName(), item.versionId(), item.size(), item.isDeleteMarker());
        });
    }

    /** Removes one version for good. Removing what is absent is no error. */
    void remove(String key, String version) {
        remove(key, version, false);
    }

    /** As {@link #remove(String, String)}, asking the store to set aside a GOVERNANCE lock. */
    void removeBypassing(String key, String version) {
        remove(key, version, true);
    }

    private void remove(String key, String version, boolean bypass) {
        S3Calls.runIfPresent(
                "delete version " + version + " of " + key + " in " + name,
                () -> client.removeObject(RemoveObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .versionId(version)
                        .bypassGovernanceMode(bypass)
                        .build()));
    }

    /** Removes one version with the request that can name many. */
    void removeInBulk(String key, String version) {
        String deed = "delete version " + version + " of " + key + " in bulk in " + name;
        Iterable<Result<DeleteResult.Error>> errors = client.removeObjects(RemoveObjectsArgs.builder()
                .bucket(bucket)
                .objects(List.of(new DeleteRequest.Object(key, version)))
                .build());
        for (Result<DeleteResult.Error> error : errors) {
            DeleteResult.Error refused = S3Calls.ask(deed, error::get);
            throw new StoreRefused("The store refused to " + deed + ": " + refused.code() + " " + refused.message());
        }
    }

    void retain(String key, String version, S3Version.Retained retained) {
        S3Calls.run(
                "lock " + key + " in " + name,
                () -> client.setObjectRetention(SetObjectRetentionArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .versionId(version)
                        .config(retained.asked())
                        .build()));
    }

    void hold(String key, String version, boolean held) {
        S3Calls.run((held ? "hold " : "release ") + key + " in " + name, () -> changeHold(key, version, held));
    }

    private void changeHold(String key, String version, boolean held) throws MinioException {
        if (held) {
            client.enableObjectLegalHold(EnableObjectLegalHoldArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .versionId(version)
                    .build());
        } else {
            client.disableObjectLegalHold(DisableObjectLegalHoldArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .versionId(version)
                    .build());
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            throw new StoreUnavailable("Cannot close the connections to " + name + ": " + e, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
