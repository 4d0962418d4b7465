package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muniment.archive.access.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Every route of the server and who may use it, read from the handlers themselves. Safe for many threads. */
@Component
public final class Routes implements SmartInitializingSingleton {
    /** Whom a route is for. */
    public sealed interface Admits {
        /** Anybody who reaches the server. */
        record Anybody() implements Admits {}

        /** Whoever signed in and has one of these roles. */
        record Holders(Set<Role> roles) implements Admits {}
    }

    /**
     * A route.
     *
     * @param method GET, POST, …
     * @param pattern of the path, with names in braces
     */
    public record Route(String method, String pattern, Admits admits) {}

    private final RequestMappingHandlerMapping mapping;

    Routes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** Refuses to start with a handler that does not say whom it is for. */
    @Override
    public void afterSingletonsInstantiated() {
        all();
    }

    /** All of them, by pattern. */
    public List<Route> all() {
        Map<String, Route> found = new TreeMap<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> routes(info, admits(handler))
                        .forEach(route -> found.put(route.pattern() + " " + route.method(), route)));
        return List.copyOf(found.values());
    }

    private static List<Route> routes(RequestMappingInfo info, Admits admits) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Route(method.name(), pattern, admits)))
                .toList();
    }

    /** Whom the route of a request is for; empty where no handler is. */
    Optional<Admits> of(HttpServletRequest request) throws Exception {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        HandlerExecutionChain chain = mapping.getHandler(request);
        return chain != null && chain.getHandler() instanceof HandlerMethod handler
                ? Optional.of(admits(handler))
                : Optional.empty();
    }

    private static Admits admits(HandlerMethod handler) {
        Allowed own = handler.getMethodAnnotation(Allowed.class);
        if (own != null) {
            return holders(own);
        }
        if (handler.hasMethodAnnotation(Open.class)) {
            return new Admits.Anybody();
        }
        Allowed general = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        if (general != null) {
            return holders(general);
        }
        if (AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Open.class)) {
            return new Admits.Anybody();
        }
        throw new IllegalStateException(handler + " does not say who may use it; add @Allowed or @Open");
    }

    private static Admits holders(Allowed allowed) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(List.of(allowed.value()));
        return new Admits.Holders(Set.copyOf(roles));
    }
}
