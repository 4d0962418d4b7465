package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.archive.access.User;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.people.Person;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Tells who asks: the account is looked up for each request, so that a role that was taken away, or an account that was
 * closed, counts at once. Safe for many threads.
 */
@Component
public final class WhoAsks implements HandlerMethodArgumentResolver {
    private static final String KNOWN = WhoAsks.class.getName();

    private final Archive archive;

    WhoAsks(Archive archive) {
        this.archive = archive;
    }

    /** Who asks; empty when nobody signed in, or the account is active no more. */
    public Optional<Who> of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Who known) {
            return Optional.of(known);
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Optional<Who> found = of(authentication);
        found.ifPresent(who -> request.setAttribute(KNOWN, who));
        return found;
    }

    private Optional<Who> of(@org.jspecify.annotations.Nullable Authentication authentication) {
        if (authentication == null || !isSignedIn(authentication)) {
            return Optional.empty();
        }
        return archive.access()
                .users()
                .find(authentication.getName())
                .filter(User::isActive)
                .map(this::of);
    }

    /** Whether somebody signed in, whatever became of the account since. */
    static boolean isSignedIn(@org.jspecify.annotations.Nullable Authentication authentication) {
        return authentication != null
                && !(authentication instanceof AnonymousAuthenticationToken)
                && authentication.isAuthenticated();
    }

    /** The person of an account; without own mail until somebody vouched for the address. */
    public Who of(User user) {
        Set<Custodian> own = new HashSet<>();
        if (user.isVouchedFor()) {
            own.add(new Custodian(user.address()));
            archive.people().find(user.address()).map(Person::custodians).ifPresent(own::addAll);
        }
        return new Who(user.name(), user.officer().name(), user.roles(), own);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Who.class;
    }

    @Override
    public Who resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
        return Optional.ofNullable(asked).flatMap(this::of).orElseThrow(NotThere::new);
    }
}
