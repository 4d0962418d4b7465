package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.muniment.api.web.TestServer;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Reach;
import org.muniment.archive.access.Token;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that acts for a person over the REST interface. */
public record Program(String address, String token, HttpClient client, Described described) {
    private static final String V1 = "/api/v1";

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(text());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** With a new token of the person's. */
    static Program of(TestServer server, String user, Reach reach) {
        HttpClient client = HttpClient.newHttpClient();
        return new Program(server.address(), "", client, described(server.address(), client)).as(server, user, reach);
    }

    /** For somebody else, with a new token. */
    Program as(TestServer server, String user, Reach reach) {
        try (Archive archive = Archive.decide(server.archive(), server.clock())) {
            Instant now = server.clock().instant();
            return with(Objects.requireNonNull(archive.catalogue()
                            .transactions()
                            .execute(status -> archive.access()
                                    .tokens()
                                    .make(
                                            user,
                                            "test",
                                            reach,
                                            archive.retention().day(now).plusDays(60),
                                            now)))
                    .secret()
                    .text());
        }
    }

    public static Program of(TestServer server, String user) {
        return of(server, user, Reach.whole(Token.Scope.WRITE));
    }

    private static Described described(String address, HttpClient client) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/openapi.json"))
                    .build();
            return Described.of(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With another token. */
    Program with(String other) {
        return new Program(address, other, client, described);
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer get(String path, String... headers) {
        HttpRequest.Builder request = to(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Under a new key. */
    public Answer post(String path, String body, String... headers) {
        return postUnder(UUID.randomUUID().toString(), path, body, headers);
    }

    Answer postUnder(String key, String path, String body, String... headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a file. */
    Answer upload(String path, byte[] file) {
        return send(to(path).header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            described.check(response);
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came of a job that was begun, when it has ended. */
    public JsonNode ended(Answer begun) throws InterruptedException {
        String path = begun.header("Location");
        for (int tries = 0; tries < 600; tries++) {
            JsonNode job = get(path).json();
            if (!job.get("state").asString().equals("running")) {
                return job;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The job at " + path + " does not end");
    }

    /** What is asked of the first of a list under {@code /api/v1}. */
    public String first(String list, String key) {
        Answer answer = get(V1 + list);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").get(0).get(key).asString();
    }

    /** What was made in a list under {@code /api/v1}. */
    public JsonNode made(String list, String body) {
        Answer answer = post(V1 + list, body);
        assertThat(answer.status()).as(list + " " + answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** The words of a job under {@code /api/v1} that went well. */
    public String done(String path, String body) throws InterruptedException {
        JsonNode job = ended(post(V1 + path, body));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        return job.get("words").asString();
    }

    /** The address of a job under {@code /api/v1}, when it has ended. */
    public String begun(String path, String body) throws InterruptedException {
        Answer begun = post(V1 + path, body);
        ended(begun);
        return begun.header("Location");
    }
}
