package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Brings a person who could not sign in back to the page, with the words that {@link LocalSignIn} found. */
@Component
final class SignInFailed implements AuthenticationFailureHandler {
    private final Attempts attempts;

    SignInFailed(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        attempts.failed(request);
        SignInProblem.tell(request, String.valueOf(why.getMessage()));
        response.sendRedirect(request.getContextPath() + SignInPage.PATH);
    }
}
