package org.muniment.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no machine guess passwords for long: after twenty failures within a quarter of an hour, what comes from its
 * address is refused until that is over. An account's own lock is besides that. Safe for many threads.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class Attempts extends OncePerRequestFilter {
    private static final int ALLOWED = 20;
    private static final int ADDRESSES = 10_000;
    private static final int TOO_MANY = 429;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** @param since the beginning of its window, in milliseconds */
    private record Failures(long since, int count) {}

    /** Notes that a password from here was wrong. */
    void failed(HttpServletRequest request) {
        long now = clock.millis();
        if (failures.size() >= ADDRESSES) {
            failures.values().removeIf(one -> isOver(one, now));
        }
        failures.merge(
                request.getRemoteAddr(),
                new Failures(now, 1),
                (known, first) -> isOver(known, now) ? first : new Failures(known.since(), known.count() + 1));
    }

    private static boolean isOver(Failures one, long now) {
        return now - one.since() >= WINDOW.toMillis();
    }

    private boolean isRefused(HttpServletRequest request) {
        Failures known = failures.get(request.getRemoteAddr());
        return known != null && known.count() >= ALLOWED && !isOver(known, clock.millis());
    }

    private static boolean isGuess(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals(SignInPage.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isGuess(request) && isRefused(request)) {
            refuse(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(TOO_MANY);
        response.setHeader("Retry-After", String.valueOf(WINDOW.toSeconds()));
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write("Too many attempts came from here. Wait a quarter of an hour, then try again."
                        .getBytes(StandardCharsets.UTF_8));
    }
}
