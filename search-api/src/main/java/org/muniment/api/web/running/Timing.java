package org.muniment.api.web.running;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    private final SlowAnswers slow;

    Timing(Figures figures, SlowAnswers slow) {
        this.figures = figures;
        this.slow = slow;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SlowAnswers.Moment began = SlowAnswers.now();
        try {
            chain.doFilter(request, response);
        } finally {
            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            String route = pattern == null ? "none" : pattern.toString();
            SlowAnswers.Moment ended = SlowAnswers.now();
            figures.answered(route, request.getMethod(), response.getStatus(), ended.since(began));
            slow.answered(request.getMethod(), route, began, ended);
        }
    }
}
