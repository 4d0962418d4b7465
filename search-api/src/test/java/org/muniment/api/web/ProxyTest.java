package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server behind a proxy that adds whose request it passes on, as the operator's guide says. */
class ProxyTest {
    @Test
    void theProxyIsBelievedAndWhatIsWrittenBeforeItIsNot(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        Files.writeString(archive.resolve("application.yaml"), "server:\n  forward-headers-strategy: native\n");
        try (TestServer server = TestServer.start(archive);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(get(client, server, "/metrics", "127.0.0.1").statusCode())
                    .as("a program of this machine")
                    .isEqualTo(200);
            assertThat(get(client, server, "/metrics", "127.0.0.1, 203.0.113.9").statusCode())
                    .as("somebody who writes that he is one")
                    .isEqualTo(404);
            assertThat(get(client, server, "/sign-in", "203.0.113.9").headers().allValues("Set-Cookie"))
                    .as("cookies where the proxy has TLS")
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("; Secure"));
        }
    }

    private static HttpResponse<String> get(HttpClient client, TestServer server, String path, String forwardedFor)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("X-Forwarded-For", forwardedFor)
                        .header("X-Forwarded-Proto", "https")
                        .build(),
                BodyHandlers.ofString());
    }
}
