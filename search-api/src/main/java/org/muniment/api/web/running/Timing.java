package org.muniment.api.web.running;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Measures how long answers take, by route: never by address, which may hold words of a search. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Timing extends OncePerRequestFilter {
    private final Figures figures;

    Timing(Figures figures) {
        this.figures = figures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            figures.answered(
                    route == null ? "none" : route.toString(),
                    request.getMethod(),
                    response.getStatus(),
                    Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
