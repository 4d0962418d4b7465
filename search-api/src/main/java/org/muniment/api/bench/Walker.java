package org.muniment.api.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.access.Role;

/** A person who signs in and looks at one page after another, with time to think between. For one thread. */
final class Walker implements AutoCloseable {
    /** The kind of what no page has to be made for: what the machine can do at most. */
    static final String LIMIT = "style sheet (the limit)";

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]+)\"");
    private static final Pattern ALERT = Pattern.compile("role=\"alert\"[^>]*>(.{1,600})", Pattern.DOTALL);
    private static final int SAID = 200;
    private static final Pattern SECRET = Pattern.compile("csrf-token\" content=\"([^\"]+)");
    private static final int REMEMBERED = 200;
    private static final int SHEET_EVERY = 8;

    private final String base;
    private final List<Steps.Step> steps;
    private final List<String> words;
    private final Random random;
    private final Deque<String> links = new ArrayDeque<>();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * @param base where the server is
     * @param words to search for
     */
    Walker(String base, Role role, List<String> words, Random random) {
        this.base = base;
        this.steps = Steps.of(role).stream()
                .flatMap(step -> IntStream.range(0, step.weight()).mapToObj(any -> step))
                .toList();
        this.words = words;
        this.random = random;
    }

    void signIn(String user, String password) throws IOException, InterruptedException {
        Matcher secret = SECRET.matcher(get("/sign-in").body());
        if (!secret.find()) {
            throw new IllegalStateException("The page to sign in has no secret");
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("user=" + encoded(user) + "&password=" + encoded(password)
                                + "&_csrf=" + encoded(secret.group(1))))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/sign-in")) {
            throw new IllegalStateException(user + " can't sign in: " + answer.statusCode());
        }
    }

    /** Looks at pages until the time, each after a thought. */
    void walk(long untilNanos, Think think, Waits waits) throws InterruptedException {
        while (System.nanoTime() - untilNanos < 0) {
            think.once(random);
            if (random.nextInt(SHEET_EVERY) == 0) {
                look(LIMIT, "/assets/muniment.css", waits);
            } else {
                next().ifPresent(one -> look(one.kind(), one.path(), waits));
            }
        }
    }

    private record Next(String kind, String path) {}

    /** Empty when it is a link, and no page so far had such a one. */
    private Optional<Next> next() {
        Steps.Step step = steps.get(random.nextInt(steps.size()));
        if (!step.path().isEmpty()) {
            return Optional.of(new Next(step.kind(), worded(step.path())));
        }
        List<String> known = links.stream().filter(step::leadsTo).toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Next(step.kind(), known.get(random.nextInt(known.size()))));
    }

    private String worded(String path) {
        String worded = path;
        while (worded.contains(Steps.WORD)) {
            worded = worded.replaceFirst(Steps.WORD, encoded(words.get(random.nextInt(words.size()))));
        }
        return worded;
    }

    private void look(String kind, String path, Waits waits) {
        long start = System.nanoTime();
        @Nullable String failure = null;
        try {
            HttpResponse<String> answer = get(path);
            if (answer.statusCode() != 200 || answer.uri().getPath().equals("/sign-in")) {
                failure = path + ": " + answer.statusCode() + " from " + answer.uri() + ": " + said(answer.body());
            }
            remember(answer.body());
        } catch (IOException e) {
            failure = path + ": " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        waits.add(kind, System.nanoTime() - start, failure);
    }

    /** What a page alerts to, without its tags; all of it where it alerts to nothing. */
    private static String said(String page) {
        Matcher alert = ALERT.matcher(page);
        String words = (alert.find() ? alert.group(1) : page)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return words.substring(0, Math.min(SAID, words.length()));
    }

    private void remember(String page) {
        Matcher found = LINK.matcher(page);
        while (found.find()) {
            String link = found.group(1).replace("&amp;", "&");
            if (steps.stream().anyMatch(step -> step.leadsTo(link))) {
                links.addLast(link);
            }
        }
        while (links.size() > REMEMBERED) {
            links.removeFirst();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
