package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.muniment.archive.access.Token;
import org.springframework.web.servlet.HandlerInterceptor;

/** A token that is for looking changes nothing, whatever the person may do. */
final class ScopeGate implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean looking =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        BearerFilter.of(request)
                .filter(token -> !looking && token.scope() == Token.Scope.READ)
                .ifPresent(token -> {
                    throw new Refused(
                            403, "The token is for reading", "This needs a token that may also change things.");
                });
        return true;
    }
}
