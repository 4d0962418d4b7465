package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who uses the pages over HTTP: keeps cookies, follows redirects, sends the token that forms carry. */
public final class Visitor implements AutoCloseable {
    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    public Visitor(TestServer server) {
        this.address = server.address();
    }

    /** A page that came back. */
    public record Answer(int status, URI at, Map<String, List<String>> headers, byte[] bytes) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public Document page() {
            return Jsoup.parse(text(), at.toString());
        }

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .map(one -> String.join(", ", one.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    /** Signs in as one of {@link TestDistrict}'s people. */
    public Visitor signIn(String user) {
        get("/sign-in");
        Answer answer = post("/sign-in", Map.of("user", user, "password", TestDistrict.PASSWORD));
        assertThat(answer.at().getPath()).as("signed in as " + user).isEqualTo("/");
        return this;
    }

    /** @param headers names and values, in turn */
    public Answer get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends a form with the token of the last page that was seen; several values of a name are parted by line feeds. */
    public Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().lines().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encoded(token))));
    }

    /** Sends a file as a browser's form does, with the token of the last page that was seen. */
    public Answer upload(String path, String field, String name, byte[] file) {
        String part = "--parted\r\nContent-Disposition: form-data; name=\"";
        String head = part + "_csrf\"\r\n\r\n" + token + "\r\n" + part + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=parted")
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--parted--\r\n"))));
    }

    /** What came of a job whose page was just shown; waits for its end. */
    public String ended(Answer started) {
        String path = started.at().getPath();
        assertThat(path).startsWith("/jobs/");
        for (int tries = 0; tries < 600; tries++) {
            String words = get(path).page().select("#state .usa-alert").text();
            if (!words.isEmpty()) {
                return words;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("The job of " + path + " does not end");
    }

    /** Any address, of any server. */
    public Answer visit(URI place) {
        return send(HttpRequest.newBuilder(place));
    }

    /** The session's cookie of the pages; empty for none. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals("muniment"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Fills in the first form of a page and sends it, with what it hides. */
    public Answer submit(Answer shown, Map<String, String> fields) {
        return send(form(shown, fields));
    }

    /** Like {@link #submit}, but stops before it comes back to these pages, and says where it would. */
    public URI without(Answer shown, Map<String, String> fields) {
        try (HttpClient still = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            HttpRequest next = form(shown, fields).build();
            while (true) {
                URI at = next.uri();
                URI on = at.resolve(still.send(next, HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
                if (on.toString().startsWith(address)) {
                    return on;
                }
                next = HttpRequest.newBuilder(on).build();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder form(Answer shown, Map<String, String> fields) {
        Element form = shown.page().expectFirst("form");
        Map<String, String> all = new TreeMap<>(fields);
        form.select("input[type=hidden]").forEach(one -> all.put(one.attr("name"), one.val()));
        String body = all.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(shown.at().resolve(form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Any other request, with the token in a header as scripts send it. */
    public Answer send(String method, String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("X-CSRF-TOKEN", token)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Answer answer = new Answer(
                    response.statusCode(), response.uri(), response.headers().map(), response.body());
            remember(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void remember(Answer answer) {
        if (answer.header("Content-Type").startsWith("text/html")) {
            Element meta = answer.page().selectFirst("meta[name=csrf-token]");
            token = meta == null ? token : meta.attr("content");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
