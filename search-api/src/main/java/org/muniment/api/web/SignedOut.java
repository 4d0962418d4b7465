package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Leads a person who signed out to the sign-in page, and from there to the provider's own page for signing out. Not at once:
 * browsers follow a form's answer to this server only, by its content policy.
 */
@Component
final class SignedOut implements LogoutSuccessHandler {
    private static final String ONWARDS = SignedOut.class.getName();

    private final Optional<SingleSignOn> district;

    SignedOut(Optional<SingleSignOn> district) {
        this.district = district;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedIn)
            throws IOException {
        if (signedIn != null) {
            district.flatMap(one -> one.signOut(signedIn, request))
                    .ifPresent(there -> request.getSession().setAttribute(ONWARDS, there.toString()));
        }
        response.sendRedirect(request.getContextPath() + SignInPage.PATH + "?out");
    }

    /** Where it goes on; told once, null for nowhere. */
    static @Nullable String take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ONWARDS) instanceof String there)) {
            return null;
        }
        session.removeAttribute(ONWARDS);
        return there;
    }
}
