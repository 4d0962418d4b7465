package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Token;
import org.muniment.archive.access.Token.Scope;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** A token goes no further than its reach, whatever the person may do. */
final class ScopeGate implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            BearerFilter.of(request).ifPresent(token -> require(token, areas(method), asked(request)));
        }
        return true;
    }

    private static Scope asked(HttpServletRequest request) {
        boolean looking =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return looking ? Scope.READ : Scope.WRITE;
    }

    /** Throws {@link Refused} when a token is not good for one of some areas. */
    static void require(Token token, List<Area> areas, Scope asked) {
        if (asked == Scope.WRITE && token.reach().most() == Scope.READ) {
            throw new Refused(403, "The token is for reading", "This needs a token that may also change things.");
        }
        if (!areas.isEmpty() && areas.stream().noneMatch(area -> token.reach().allows(area, asked))) {
            throw new Refused(
                    403,
                    "The token is not for this",
                    "This needs a token that may " + (asked == Scope.WRITE ? "change things in" : "look at")
                            + " this area: "
                            + areas.stream().map(Area::title).collect(Collectors.joining(", or ")) + ".");
        }
    }

    /** The areas of a handler; none when a token of any will do. */
    static List<Area> areas(HandlerMethod method) {
        @Nullable For own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), For.class);
        @Nullable For all = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), For.class);
        return List.of(Objects.requireNonNull(own == null ? all : own, () -> method + " is of no area")
                .value());
    }
}
