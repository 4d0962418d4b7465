package org.muniment.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is more than {@link Limits} allows (RFC 6585, section 4), and says when to come again. */
public final class LimitFilter extends OncePerRequestFilter {
    /** The status. */
    public static final int TOO_MANY = 429;

    private final Limits limits;
    private final Refusal refusal;

    /** @param refusal says no in the door's own way */
    public LimitFilter(Limits limits, Refusal refusal) {
        this.limits = limits;
        this.refusal = refusal;
    }

    /** How a door says no. */
    public interface Refusal {
        void write(HttpServletResponse response) throws IOException;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = limits.take(request);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        refusal.write(response);
    }
}
