package org.muniment.api.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Token;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells from the token in {@code Authorization: Bearer …} for whom a program acts (RFC 6750, header only). */
final class BearerFilter extends OncePerRequestFilter {
    private static final String TOKEN = BearerFilter.class.getName();
    private static final String BEARER = "bearer ";

    private final Archive archive;

    BearerFilter(Archive archive) {
        this.archive = archive;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request.getHeader(HttpHeaders.AUTHORIZATION)).ifPresent(token -> {
            request.setAttribute(TOKEN, token);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(token.account(), "", List.of()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Token> token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String secret = header.substring(BEARER.length()).strip();
        return Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status ->
                        archive.access().tokens().use(secret, archive.clock().instant())));
    }

    /** The token of a request; none where it is open to anybody. */
    static Optional<Token> of(HttpServletRequest request) {
        return request.getAttribute(TOKEN) instanceof Token token ? Optional.of(token) : Optional.empty();
    }
}
