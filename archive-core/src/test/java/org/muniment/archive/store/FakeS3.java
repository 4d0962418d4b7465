package org.muniment.archive.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As much of S3 with Object Lock as the store speaks, in memory, so that the S3 tests run where no real store is. It
 * believes every signature, always keeps versions, and like Ceph forgets the lock of a write in parts.
 */
final class FakeS3 implements AutoCloseable {
    private record Version(
            String id,
            byte[] content,
            @Nullable String mode,
            @Nullable Instant until,
            boolean held,
            boolean marker) {
        boolean locked() {
            return held || (until != null && until.isAfter(Instant.now()));
        }

        Version retain(@Nullable String newMode, @Nullable Instant newUntil) {
            return new Version(id, content, newMode, newUntil, held, marker);
        }

        Version hold(boolean newHeld) {
            return new Version(id, content, mode, until, newHeld, marker);
        }
    }

    private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");

    private record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer of(int status, String xml) {
            return new Answer(status, xml.isEmpty() ? Map.of() : XML, xml.getBytes(StandardCharsets.UTF_8));
        }

        static Answer error(int status, String code) {
            return of(status, "<Error><Code>" + code + "</Code><Message>fake</Message></Error>");
        }
    }

    private final HttpServer server;
    private final Set<String> buckets = new HashSet<>();
    /** Newest version first. */
    private final Map<String, List<Version>> keys = new TreeMap<>();

    private final Map<String, Map<Integer, byte[]>> uploads = new HashMap<>();
    private int next;

    FakeS3() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Changes one byte of every version of a key. */
    synchronized void flip(String bucket, String key, int position) {
        keys.getOrDefault(bucket + "/" + key, List.of()).forEach(version -> version.content()[position] ^= 1);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = answer(exchange, body);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            boolean head = "HEAD".equals(exchange.getRequestMethod());
            if (head) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(answer.body().length));
            }
            boolean none = head || answer.body().length == 0;
            exchange.sendResponseHeaders(answer.status(), none ? -1 : answer.body().length);
            if (!none) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private synchronized Answer answer(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath().substring(1);
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        int slash = path.indexOf('/');
        String method = exchange.getRequestMethod();
        if (slash < 0 || slash == path.length() - 1) {
            return bucket(method, slash < 0 ? path : path.substring(0, slash), query, text(body));
        }
        return switch (method) {
            case "PUT" -> put(path, query, exchange, body);
            case "POST" -> upload(path, query);
            case "DELETE" -> delete(path, query.get("versionId"));
            default -> get(path, query.get("versionId"));
        };
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            query.put(
                    equals < 0 ? pair : pair.substring(0, equals),
                    equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private Answer bucket(String method, String bucket, Map<String, String> query, String body) {
        if (query.containsKey("versioning")) {
            return Answer.of(200, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        }
        if (query.containsKey("versions")) {
            return versions(bucket, query.getOrDefault("prefix", ""));
        }
        if (query.containsKey("delete")) {
            String key = bucket + "/" + element(body, "Key");
            Answer deleted = delete(key, element(body, "VersionId"));
            return Answer.of(
                    200,
                    deleted.status() == 204
                            ? "<DeleteResult></DeleteResult>"
                            : "<DeleteResult><Error><Key>k</Key><Code>AccessDenied</Code></Error></DeleteResult>");
        }
        if ("PUT".equals(method)) {
            buckets.add(bucket);
        }
        return buckets.contains(bucket) ? Answer.of(200, "") : Answer.error(404, "NoSuchBucket");
    }

    private Answer versions(String bucket, String prefix) {
        StringBuilder xml =
                new StringBuilder("<ListVersionsResult><Name>" + bucket + "</Name><IsTruncated>false</IsTruncated>");
        keys.forEach((path, versions) -> {
            if (path.startsWith(bucket + "/" + prefix)) {
                String key = path.substring(bucket.length() + 1);
                versions.forEach(version -> xml.append(listed(key, version)));
            }
        });
        return Answer.of(200, xml.append("</ListVersionsResult>").toString());
    }

    private static String listed(String key, Version version) {
        String element = version.marker() ? "DeleteMarker" : "Version";
        return "<" + element + "><Key>" + key + "</Key><VersionId>" + version.id()
                + "</VersionId><IsLatest>false</IsLatest>"
                + "<LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>" + version.content().length
                + "</Size></" + element + ">";
    }

    private Answer put(String path, Map<String, String> query, HttpExchange exchange, byte[] body) {
        if (query.containsKey("retention")) {
            return retain(path, query.get("versionId"), text(body));
        }
        if (query.containsKey("legal-hold")) {
            boolean held = text(body).contains("ON");
            return change(path, query.get("versionId"), version -> version.hold(held));
        }
        String upload = query.get("uploadId");
        if (upload != null) {
            uploads.getOrDefault(upload, new TreeMap<>()).put(Integer.valueOf(query.get("partNumber")), body);
            return new Answer(200, Map.of("ETag", "\"part\""), new byte[0]);
        }
        String until = exchange.getRequestHeaders().getFirst("x-amz-object-lock-retain-until-date");
        return add(
                path,
                new Version(
                        "v" + ++next,
                        body,
                        exchange.getRequestHeaders().getFirst("x-amz-object-lock-mode"),
                        until == null ? null : Instant.parse(until),
                        "ON".equals(exchange.getRequestHeaders().getFirst("x-amz-object-lock-legal-hold")),
                        false));
    }

    private Answer add(String path, Version version) {
        keys.computeIfAbsent(path, absent -> new ArrayList<>()).addFirst(version);
        return new Answer(200, Map.of("x-amz-version-id", version.id(), "ETag", "\"etag\""), new byte[0]);
    }

    private Answer upload(String path, Map<String, String> query) {
        String upload = query.get("uploadId");
        if (upload == null) {
            String id = "u" + ++next;
            uploads.put(id, new TreeMap<>());
            return Answer.of(
                    200,
                    "<InitiateMultipartUploadResult><Bucket>b</Bucket><Key>k</Key><UploadId>" + id
                            + "</UploadId></InitiateMultipartUploadResult>");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        uploads.getOrDefault(upload, Map.of()).values().forEach(whole::writeBytes);
        Answer added = add(path, new Version("v" + ++next, whole.toByteArray(), null, null, false, false));
        String xml = "<CompleteMultipartUploadResult><Bucket>b</Bucket><Key>k</Key><ETag>e</ETag>"
                + "</CompleteMultipartUploadResult>";
        Map<String, String> headers = new HashMap<>(added.headers());
        headers.putAll(XML);
        return new Answer(200, headers, xml.getBytes(StandardCharsets.UTF_8));
    }

    private Answer retain(String path, @Nullable String id, String body) {
        Optional<Version> found = find(path, id);
        Instant until = Instant.parse(element(body, "RetainUntilDate"));
        String mode = element(body, "Mode");
        boolean weaker = found.map(version -> "COMPLIANCE".equals(version.mode())
                        && version.until() != null
                        && (until.isBefore(version.until()) || !mode.equals(version.mode())))
                .orElse(false);
        return weaker ? Answer.error(403, "AccessDenied") : change(path, id, version -> version.retain(mode, until));
    }

    private Answer change(String path, @Nullable String id, UnaryOperator<Version> change) {
        Optional<Version> found = find(path, id);
        found.ifPresent(version -> keys.getOrDefault(path, List.of())
                .replaceAll(other -> other.equals(version) ? change.apply(version) : other));
        return found.isPresent() ? Answer.of(200, "") : Answer.error(404, "NoSuchVersion");
    }

    private Optional<Version> find(String path, @Nullable String id) {
        return keys.getOrDefault(path, List.of()).stream()
                .filter(version -> id == null || version.id().equals(id))
                .findFirst();
    }

    private Answer delete(String path, @Nullable String id) {
        if (id == null) {
            return add(path, new Version("v" + ++next, new byte[0], null, null, false, true));
        }
        Optional<Version> found = find(path, id);
        if (found.isPresent() && found.get().locked()) {
            return Answer.error(403, "AccessDenied");
        }
        found.ifPresent(version -> keys.getOrDefault(path, List.of()).remove(version));
        return Answer.of(204, "");
    }

    private Answer get(String path, @Nullable String id) {
        Optional<Version> found = find(path, id).filter(version -> !version.marker());
        if (found.isEmpty()) {
            return Answer.error(404, "NoSuchKey");
        }
        Version version = found.get();
        Map<String, String> headers = new HashMap<>(Map.of(
                "x-amz-version-id", version.id(),
                "ETag", "\"etag\"",
                "Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT"));
        if (version.mode() != null && version.until() != null) {
            headers.put("x-amz-object-lock-mode", version.mode());
            headers.put(
                    "x-amz-object-lock-retain-until-date",
                    DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                            .format(version.until().atOffset(ZoneOffset.UTC)));
        }
        headers.put("x-amz-object-lock-legal-hold", version.held() ? "ON" : "OFF");
        return new Answer(200, headers, version.content());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String element(String xml, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        return matcher.find() ? matcher.group(1) : "";
    }
}
