package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** Why somebody is not signed in, carried to the sign-in page and told there once. */
public final class SignInProblem {
    private static final String PROBLEM = SignInProblem.class.getName();

    private SignInProblem() {}

    /** Has the sign-in page tell this when it is shown next. */
    public static void tell(HttpServletRequest request, String words) {
        request.getSession().setAttribute(PROBLEM, words);
    }

    static @Nullable String take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PROBLEM) instanceof String words)) {
            return null;
        }
        session.removeAttribute(PROBLEM);
        return words;
    }
}
