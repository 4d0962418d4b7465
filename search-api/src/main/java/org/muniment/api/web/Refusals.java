package org.muniment.api.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;

/** Refuses a page to a person without its role; whose account was closed meanwhile is signed out and told so. */
@Component
final class Refusals implements AccessDeniedHandler {
    private final WhoAsks asks;
    private final AccessDeniedHandlerImpl refused = new AccessDeniedHandlerImpl();

    Refusals(WhoAsks asks) {
        this.asks = asks;
        refused.setErrorPage(ErrorPages.REFUSED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (!WhoAsks.isSignedIn(signedIn) || asks.of(request).isPresent()) {
            refused.handle(request, response, why);
            return;
        }
        new SecurityContextLogoutHandler().logout(request, response, signedIn);
        SignInProblem.tell(
                request,
                "You were signed out: your account here is closed. An administrator of this archive can open it again.");
        response.sendRedirect(request.getContextPath() + SignInPage.PATH);
    }
}
