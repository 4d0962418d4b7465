package org.muniment.archive.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Stands before an honest S3 store and lies as it is told. Signs what it changes. */
final class LyingProxy implements AutoCloseable {
    enum Lie {
        /** Forgets the lock headers of a write. */
        DROP_LOCK,
        /** Says 200 to a lock or a hold that is set later, and does not set it. */
        SWALLOW_LOCK,
        /** Answers 503 to the next request. */
        BUSY_ONCE,
        /** Answers 503. */
        BUSY,
        /** Says 200 to a write and keeps nothing. */
        STORE_NOTHING,
        /** Keeps the first half of what is written. */
        CUT_UPLOAD,
        /** Breaks the connection in the middle of what is read. */
        CUT_DOWNLOAD,
        /** Hands out the first half as if it were all. */
        HALF_DOWNLOAD,
        /** Says 204 to a removal and removes nothing. */
        REMOVE_NOTHING,
        /** Answers with something that is not S3. */
        BABBLE
    }

    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "authorization", "transfer-encoding");

    private final URI honest;
    private final String accessKey;
    private final String secretKey;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile EnumSet<Lie> lies = EnumSet.noneOf(Lie.class);

    LyingProxy(URI honest, String accessKey, String secretKey) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.honest = honest;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void tell(Lie... which) {
        EnumSet<Lie> told = EnumSet.noneOf(Lie.class);
        told.addAll(List.of(which));
        lies = told;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            String query = exchange.getRequestURI().getRawQuery();
            boolean object = exchange.getRequestURI().getPath().indexOf('/', 1) > 0;
            boolean write = object && "PUT".equals(method) && query == null;
            boolean read = object && "GET".equals(method);
            if (busy()) {
                answer(exchange, 503, new byte[0]);
            } else if (lies.contains(Lie.BABBLE)) {
                answer(exchange, 200, "<html>Welcome to the guest network</html>".getBytes(StandardCharsets.UTF_8));
            } else if (write && lies.contains(Lie.STORE_NOTHING)) {
                exchange.getResponseHeaders().set("x-amz-version-id", "madeup");
                exchange.getResponseHeaders().set("ETag", "\"madeup\"");
                answer(exchange, 200, new byte[0]);
            } else if (lies.contains(Lie.SWALLOW_LOCK) && changesLock(method, query)) {
                answer(exchange, 200, new byte[0]);
            } else if (object && "DELETE".equals(method) && lies.contains(Lie.REMOVE_NOTHING)) {
                answer(exchange, 204, new byte[0]);
            } else {
                boolean cut = write && lies.contains(Lie.CUT_UPLOAD);
                relay(exchange, forward(exchange, cut ? Arrays.copyOf(body, body.length / 2) : body), read);
            }
        } catch (InterruptedException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static boolean changesLock(String method, @Nullable String query) {
        return "PUT".equals(method) && query != null && (query.contains("retention") || query.contains("legal-hold"));
    }

    private synchronized boolean busy() {
        return lies.contains(Lie.BUSY) || lies.remove(Lie.BUSY_ONCE);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private void relay(HttpExchange exchange, HttpResponse<byte[]> honestly, boolean read) throws IOException {
        honestly.headers().map().forEach((name, values) -> {
            if (!Set.of("transfer-encoding", "connection").contains(name) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = honestly.body();
        byte[] half = Arrays.copyOf(body, body.length / 2);
        if (read && lies.contains(Lie.HALF_DOWNLOAD)) {
            exchange.getResponseHeaders().remove("Content-Length");
            answer(exchange, honestly.statusCode(), half);
        } else if (read && lies.contains(Lie.CUT_DOWNLOAD)) {
            exchange.sendResponseHeaders(honestly.statusCode(), body.length);
            exchange.getResponseBody().write(half);
            exchange.getResponseBody().flush();
        } else {
            answer(exchange, honestly.statusCode(), body);
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException, GeneralSecurityException {
        TreeMap<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        headers.keySet().removeAll(NOT_FORWARDED);
        if (lies.contains(Lie.DROP_LOCK)) {
            headers.keySet().removeIf(name -> name.startsWith("x-amz-object-lock"));
        }
        headers.keySet().removeAll(Set.of("content-md5", "x-amz-checksum-crc32c", "x-amz-sdk-checksum-algorithm"));
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null && query.contains("delete")) {
            headers.put("content-md5", md5(body));
        }
        headers.put("x-amz-content-sha256", Digest.of(body).hex());
        URI target = URI.create(honest + exchange.getRequestURI().toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        request.header("authorization", signature(exchange.getRequestMethod(), target, headers));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String md5(byte[] body) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("MD5").digest(body));
    }

    /** AWS Signature Version 4. */
    private String signature(String method, URI target, Map<String, String> headers) throws GeneralSecurityException {
        TreeMap<String, String> signed = new TreeMap<>(headers);
        signed.keySet().removeIf(name -> !name.startsWith("x-amz-"));
        signed.put("host", target.getAuthority());
        String names = String.join(";", signed.keySet());
        String query = target.getRawQuery() == null
                ? ""
                : Arrays.stream(target.getRawQuery().split("&"))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
        String lines = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        String canonical =
                String.join("\n", method, target.getRawPath(), query, lines, names, signed.get("x-amz-content-sha256"));
        String date = headers.getOrDefault("x-amz-date", "");
        String scope = date.substring(0, 8) + "/us-east-1/s3/aws4_request";
        String text = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                date,
                scope,
                Digest.of(canonical.getBytes(StandardCharsets.UTF_8)).hex());
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                + HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
