package org.muniment.archive.store;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an S3 store is and how to write to it.
 *
 * @param endpoint its web address without bucket, {@code https://s3.example.net} or {@code http://127.0.0.1:9000}
 * @param region the region that requests are signed for
 * @param lock asked for every object; null for none
 */
public record S3Settings(
        URI endpoint,
        String region,
        String bucket,
        String accessKey,
        String secretKey,
        @Nullable S3Lock lock) {
    private static final Set<String> PARAMETERS = Set.of("endpoint", "region", "lock");

    /**
     * Reads {@code s3://BUCKET?endpoint=URL&region=NAME&lock=compliance:P30D}. Without region it is {@code us-east-1},
     * without endpoint that of Amazon for the region.
     *
     * @param environment holds {@code S3_ACCESS_KEY} and {@code S3_SECRET_KEY}
     * @throws IllegalArgumentException saying what to change
     */
    public static S3Settings parse(String text, Map<String, String> environment) {
        URI uri = URI.create(text);
        String bucket = uri.getHost() == null ? uri.getAuthority() : uri.getHost();
        if (!"s3".equals(uri.getScheme()) || bucket == null) {
            throw new IllegalArgumentException("An S3 store is written s3://BUCKET?endpoint=URL, not " + text);
        }
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String region = parameters.getOrDefault("region", "us-east-1");
        String lock = parameters.get("lock");
        return new S3Settings(
                URI.create(parameters.getOrDefault("endpoint", "https://s3." + region + ".amazonaws.com")),
                region,
                bucket,
                secret(environment, "S3_ACCESS_KEY"),
                secret(environment, "S3_SECRET_KEY"),
                lock == null ? null : S3Lock.parse(lock));
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> found = new TreeMap<>();
        if (query == null) {
            return found;
        }
        Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!PARAMETERS.contains(name)) {
                throw new IllegalArgumentException("An S3 store has no setting " + name + ", only " + PARAMETERS);
            }
            found.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        });
        return found;
    }

    private static String secret(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Set the environment variable " + name + " to use an S3 store");
        }
        return value;
    }

    /** The address as it is parsed, without the keys. */
    @Override
    public String toString() {
        return "s3://" + bucket + "?endpoint=" + endpoint + "&region=" + region + (lock == null ? "" : "&lock=" + lock);
    }
}
