package org.muniment.api.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import org.muniment.api.web.Open;
import org.muniment.api.web.SignInProblem;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the button leads to: on to the provider, or back with words while it does not answer. */
@Controller
@Open
@Conditional(ProviderIsSet.class)
class ToProviderPage {
    static final String PATH = "/sign-in/district";

    private final FoundProvider found;
    private final SignInWords words;

    ToProviderPage(FoundProvider found, Provider provider) {
        this.found = found;
        this.words = new SignInWords(provider);
    }

    @GetMapping(PATH)
    String go(HttpServletRequest request) {
        if (found.ask().isPresent()) {
            return "redirect:" + OidcSignIn.TO + "/" + FoundProvider.ID;
        }
        SignInProblem.tell(request, words.of(SignInWords.AWAY));
        return "redirect:/sign-in";
    }
}
