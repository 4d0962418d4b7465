package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Brings a person who could not sign in back to the page, with the words that {@link LocalSignIn} found. */
@Component
final class SignInFailed implements AuthenticationFailureHandler {
    private static final String PROBLEM = SignInFailed.class.getName();

    private final Attempts attempts;

    SignInFailed(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        attempts.failed(request);
        request.getSession().setAttribute(PROBLEM, String.valueOf(why.getMessage()));
        response.sendRedirect(request.getContextPath() + SignInPage.PATH);
    }

    /** What went wrong the last time; told once. */
    static @Nullable String take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PROBLEM) instanceof String words)) {
            return null;
        }
        session.removeAttribute(PROBLEM);
        return words;
    }
}
