package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Scope;
import org.muniment.archive.access.Token;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** A token does no more than its scopes say, whatever the person may do. */
final class ScopeGate implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Token> token = BearerFilter.of(request);
        if (token.isPresent() && handler instanceof HandlerMethod method) {
            InArea area = method.getBeanType().getAnnotation(InArea.class);
            boolean changing = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
            if (area != null && !token.get().covers(area.value(), changing)) {
                throw missing(area.value(), changing);
            }
        }
        return true;
    }

    private static Refused missing(Area area, boolean changing) {
        return new Refused(
                403,
                "The token is for something else",
                "This needs a token with the scope " + new Scope(area, changing) + ".");
    }
}
