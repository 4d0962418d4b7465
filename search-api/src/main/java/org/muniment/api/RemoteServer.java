package org.muniment.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server, asked over its REST interface with a personal access token. */
final class RemoteServer {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final URI root;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private RemoteServer(URI root, String token) {
        this.root = root;
        this.token = token;
    }

    /**
     * Names a server.
     *
     * @param environment has the token in {@code MUNIMENT_TOKEN}, or the name of a file with it in {@code MUNIMENT_TOKEN_FILE}
     * @throws WrongUsage when the address is none, there is no token, or it would be sent in the clear to another machine
     */
    static RemoteServer of(String address, Map<String, String> environment) {
        URI root;
        try {
            root = URI.create(address.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--server is an address such as https://archive.district.example, not " + address);
        }
        boolean safe = "https".equals(root.getScheme()) || "http".equals(root.getScheme()) && isThisMachine(root);
        if (root.getHost() == null || !safe) {
            throw new WrongUsage("--server is an address that begins with https://; without a certificate only this"
                    + " machine is asked, since your token could be read on the way");
        }
        return new RemoteServer(root, token(environment));
    }

    private static boolean isThisMachine(URI root) {
        try {
            return root.getHost() != null
                    && InetAddress.getByName(root.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String token(Map<String, String> environment) {
        String token = environment.getOrDefault("MUNIMENT_TOKEN", "").strip();
        String file = environment.getOrDefault("MUNIMENT_TOKEN_FILE", "");
        if (token.isEmpty() && !file.isEmpty()) {
            try {
                token = Files.readString(Path.of(file)).strip();
            } catch (IOException e) {
                throw new WrongUsage("The token can't be read from " + file + ", which MUNIMENT_TOKEN_FILE names");
            }
        }
        if (token.isEmpty() || !token.matches("[\\x21-\\x7e]+")) {
            throw new WrongUsage(
                    "A server is asked with a personal access token: make one on the page of your account and"
                            + " put it into MUNIMENT_TOKEN, or into a file that MUNIMENT_TOKEN_FILE names");
        }
        return token;
    }

    /** The agency's time zone. */
    ZoneId zone() {
        return ZoneId.of(get("/me", Map.of()).get("zone").asString());
    }

    /**
     * Makes sure that who decides is whom the token is of.
     *
     * @throws WrongUsage when it is somebody else
     */
    void requireSame(String by) {
        String known = get("/me", Map.of()).get("name").asString();
        if (!known.equals(by)) {
            throw new WrongUsage("Your token is that of " + known + ": write --by '" + known + "'");
        }
    }

    /** Reads something; a parameter that is null or empty is left out. */
    JsonNode get(String path, Map<String, ? extends @Nullable Object> parameters) {
        return json(body(path, parameters));
    }

    /** Reads something as what it is. */
    <T> T get(String path, Map<String, ? extends @Nullable Object> parameters, Class<T> type) {
        return JSON.treeToValue(get(path, parameters), type);
    }

    /** Reads a page of a list. */
    <T> List<T> some(String path, Map<String, ? extends @Nullable Object> parameters, Class<T> type) {
        List<T> some = new ArrayList<>();
        get(path, parameters).get("items").forEach(one -> some.add(JSON.treeToValue(one, type)));
        return some;
    }

    /** Reads all of a list that comes in pages. */
    <T> List<T> all(String path, Map<String, ? extends @Nullable Object> parameters, Class<T> type) {
        List<T> all = new ArrayList<>();
        JsonNode page = get(path, parameters);
        while (true) {
            page.get("items").forEach(one -> all.add(JSON.treeToValue(one, type)));
            if (page.get("next").isNull()) {
                return all;
            }
            page = json(send(request(page.get("next").asString())));
        }
    }

    /** Asks for a deed; sent under a key of its own, so that it is done once. */
    <T> T post(String path, Object body, Class<T> type) {
        return JSON.treeToValue(json(send(posted(path, body))), type);
    }

    private HttpRequest.Builder posted(String path, Object body) {
        return request("/api/v1" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** An address that ends in what somebody typed. */
    static String path(String before, String name) {
        return before + URLEncoder.encode(name.strip(), StandardCharsets.UTF_8);
    }

    /** Changes a thing as it is now: whatever else changes it meanwhile is not overwritten. */
    <T> T change(String thing, String deed, Object body, Class<T> type) {
        String tag = exchange(request("/api/v1" + thing))
                .headers()
                .firstValue("ETag")
                .orElseThrow(() -> new ServerRefused(ExitCode.FAILED, noServer(200)));
        return JSON.treeToValue(
                json(exchange(posted(thing + deed, body).header("If-Match", tag))
                        .body()),
                type);
    }

    /**
     * Asks for a job and waits until it has ended.
     *
     * @return what came of it, in words
     * @throws ServerRefused when it failed
     */
    String finished(String path, Object body) {
        JsonNode job = json(exchange(posted(path, body)).body());
        while (job.path("state").asString("").equals("running")) {
            pause();
            job = get("/jobs/" + job.get("id").asString(), Map.of());
        }
        String words = job.path("words").asString("");
        if (!job.path("state").asString("").equals("done")) {
            throw new ServerRefused(ExitCode.REFUSED, words);
        }
        return words;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerRefused(
                    ExitCode.FAILED, "Interrupted; the server goes on. See what came of it on its page of jobs");
        }
    }

    /** Opens bytes. */
    InputStream body(String path, Map<String, ? extends @Nullable Object> parameters) {
        String query = parameters.entrySet().stream()
                .filter(one ->
                        one.getValue() != null && !one.getValue().toString().isEmpty())
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(String.valueOf(one.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request("/api/v1" + path + (query.isEmpty() ? "" : "?" + query)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json, */*");
    }

    private InputStream send(HttpRequest.Builder request) {
        return exchange(request).body();
    }

    private HttpResponse<InputStream> exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() >= 300) {
                throw refused(response);
            }
            return response;
        } catch (IOException e) {
            throw new ServerRefused(
                    ExitCode.FAILED, "The server " + root + " can't be reached: " + e + ". Is it running?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerRefused(ExitCode.FAILED, "Interrupted while the server was asked");
        }
    }

    private ServerRefused refused(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        int exit = status >= 500
                ? ExitCode.FAILED
                : status == 422 || status == 400 ? ExitCode.WRONG_USAGE : ExitCode.REFUSED;
        try (InputStream body = response.body()) {
            JsonNode detail = JSON.readTree(body.readAllBytes()).path("detail");
            return new ServerRefused(exit, detail.isMissingNode() ? noServer(status) : detail.asString());
        } catch (JacksonException noProblem) {
            return new ServerRefused(exit, noServer(status));
        }
    }

    private String noServer(int status) {
        return "The server " + root + " answered " + status + ". Is it a Muniment server?";
    }

    private JsonNode json(InputStream body) {
        try (body) {
            return JSON.readTree(body.readAllBytes());
        } catch (IOException | JacksonException e) {
            throw new ServerRefused(ExitCode.FAILED, "The answer of the server " + root + " can't be read");
        }
    }
}
