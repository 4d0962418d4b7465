package org.muniment.api.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Idempotency;
import org.muniment.archive.access.Idempotency.Answer;
import org.muniment.archive.access.Idempotency.Turn;
import org.muniment.archive.access.Token;
import org.muniment.archive.store.Digest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Each POST has a key of the caller's in {@code Idempotency-Key}: sent again with the same request, what was done is
 * answered again and not done again. What was refused may be sent again under its key.
 */
final class OnceFilter extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private final Archive archive;
    private final Idempotency idempotency;
    private final Uploads uploads;

    OnceFilter(Archive archive, Uploads uploads) {
        this.archive = archive;
        this.uploads = uploads;
        this.idempotency = new Idempotency(archive.catalogue().writer());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || BearerFilter.of(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Problem> wrong = wrong(request);
        if (wrong.isPresent()) {
            wrong.get().write(response);
            return;
        }
        try (Sent sent = Uploads.isOne(request) ? uploads.take(request) : Sent.InMemory.of(request)) {
            answer(sent, request, response, chain);
        } catch (Refused refused) {
            refused.problem().write(response);
        }
    }

    private void answer(Sent sent, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] key = key(request);
        Turn turn = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> idempotency.begin(
                        key, asked(request, sent), archive.clock().instant())));
        switch (turn) {
            case Turn.First first -> carryOut(key, sent.again(request), response, chain);
            case Turn.Done done -> again(done.answer(), response);
            case Turn.Other other ->
                Problem.of(422, "The key was used", "This " + KEY + " was sent with another request. Use a new one.")
                        .write(response);
            case Turn.UnderWay underWay ->
                Problem.of(
                                409,
                                "That is under way",
                                "This was sent before and is being done, or the server ended meanwhile. Wait, look what"
                                        + " became of it, and if nothing did use a new key.")
                        .write(response);
        }
    }

    private static Optional<Problem> wrong(HttpServletRequest request) {
        String key = request.getHeader(KEY);
        return key != null && key.matches("[\\x21-\\x7e]{1,200}")
                ? Optional.empty()
                : Optional.of(Problem.of(
                        400,
                        "A key is needed",
                        "Send a key of your own, such as a UUID, in the header " + KEY
                                + ": then the same request sent twice does its deed once."));
    }

    private static byte[] key(HttpServletRequest request) {
        String account = BearerFilter.of(request).map(Token::account).orElse("");
        return digest(account, String.valueOf(request.getHeader(KEY)));
    }

    private static byte[] asked(HttpServletRequest request, Sent sent) {
        return digest(
                request.getRequestURI(),
                String.valueOf(request.getQueryString()),
                String.valueOf(request.getHeader(HttpHeaders.IF_MATCH)),
                sent.digest().hex());
    }

    private static byte[] digest(String... parts) {
        MessageDigest sha256 = Digest.sha256();
        for (String part : parts) {
            sha256.update(part.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
        }
        return sha256.digest();
    }

    private void carryOut(byte[] key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() < 400;
        } finally {
            Answer answer = done ? answer(kept) : null;
            archive.catalogue().transactions().executeWithoutResult(status -> end(key, answer));
        }
        kept.copyBodyToResponse();
    }

    private static Answer answer(ContentCachingResponseWrapper kept) {
        return new Answer(
                kept.getStatus(),
                kept.getHeader(HttpHeaders.LOCATION),
                kept.getHeader(HttpHeaders.ETAG),
                new String(kept.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private void end(byte[] key, @Nullable Answer answer) {
        if (answer == null) {
            idempotency.giveUp(key);
        } else {
            idempotency.end(key, answer);
        }
    }

    private static void again(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, answer.etag());
        }
        response.setContentType("application/json");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
