package org.muniment.api.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Logger;
import org.muniment.api.web.SignInProblem;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Brings a person whom the provider did not sign in back to the page, with words. They tell nothing of accounts. */
final class SignInWords implements AuthenticationFailureHandler {
    static final String AWAY = "away";
    static final String UNVERIFIED = "unverified";
    static final String ELSEWHERE = "elsewhere";
    static final String NOBODY = "nobody";
    static final String LOCKED = "locked";

    private static final Logger LOG = Logger.getLogger(SignInWords.class.getName());
    private static final String ASK =
            " Ask an administrator of this archive, and say with which address you signed in.";

    private final Provider provider;

    SignInWords(Provider provider) {
        this.provider = provider;
    }

    /** Refuses, for one of the reasons above or those of RFC 6749, section 4.1.2.1. */
    static OAuth2AuthenticationException refused(String reason, String words) {
        return new OAuth2AuthenticationException(new OAuth2Error(reason, words, null), words);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String reason = why instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : "other";
        SignInProblem.tell(request, reason.equals(LOCKED) ? String.valueOf(why.getMessage()) : of(reason));
        response.sendRedirect(request.getContextPath() + "/sign-in");
    }

    String of(String reason) {
        return switch (reason) {
            case AWAY -> "The sign-in page of " + provider.name() + " does not answer now. Try again in a few minutes.";
            case UNVERIFIED ->
                "You were signed in with " + provider.name()
                        + ", but it does not vouch for a mail address of yours, and people are known here by that."
                        + ASK;
            case ELSEWHERE ->
                "You were signed in with an account of another organization. Choose the one that the district gave you.";
            case NOBODY -> "You were signed in with " + provider.name() + ", but it opens nothing here." + ASK;
            case "authorization_request_not_found", "invalid_state_parameter" ->
                "This sign-in was not begun in this window, or was finished before. Begin again.";
            case "access_denied" -> "The sign-in was given up. Begin again when you want to.";
            default -> {
                LOG.warning(
                        "A sign-in by " + provider.issuer() + " was refused: " + reason.replaceAll("[^\\w.-]", "?"));
                yield "The answer of " + provider.name()
                        + " could not be trusted, so nobody was signed in. Begin again;"
                        + " if it stays so, tell an administrator.";
            }
        };
    }
}
