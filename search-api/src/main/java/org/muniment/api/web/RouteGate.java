package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Routes.Admits;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;

/** Lets a request in, or not, by what its route says. Whatever is no route is for people who signed in, and ends in a 404. */
@Component
final class RouteGate implements AuthorizationManager<RequestAuthorizationContext> {
    static final String ASSETS = "/assets/";

    private final Routes routes;
    private final WhoAsks asks;

    RouteGate(Routes routes, WhoAsks asks) {
        this.routes = routes;
        this.asks = asks;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        if (request.getServletPath().startsWith(ASSETS)) {
            return new AuthorizationDecision(true);
        }
        Optional<Who> who = asks.of(request);
        boolean granted = admits(request)
                .map(admits -> switch (admits) {
                    case Admits.Anybody any -> true;
                    case Admits.Holders holders ->
                        who.filter(one -> one.roles().stream().anyMatch(holders.roles()::contains))
                                .isPresent();
                })
                .orElse(who.isPresent());
        return new AuthorizationDecision(granted);
    }

    /** A wrong method or type has no handler: the server says so itself, to people who signed in. */
    private Optional<Admits> admits(HttpServletRequest request) {
        try {
            return routes.of(request);
        } catch (HttpRequestMethodNotSupportedException
                | HttpMediaTypeException
                | ServletRequestBindingException
                | ErrorResponseException noHandler) {
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException("The route of " + request.getRequestURI() + " can't be told", e);
        }
    }
}
