package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person signs in. */
@Controller
@Open
class SignInPage {
    static final String PATH = "/sign-in";

    private final WhoAsks asks;
    private final LocalAccounts local;
    private final Optional<SingleSignOn> district;

    SignInPage(WhoAsks asks, LocalAccounts local, Optional<SingleSignOn> district) {
        this.asks = asks;
        this.local = local;
        this.district = district;
    }

    @GetMapping(PATH)
    String page(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String out) {
        if (asks.of(request).isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("out", out != null);
        model.addAttribute("problem", SignInProblem.take(request));
        model.addAttribute("district", district.orElse(null));
        model.addAttribute("administrators", local.areForAdministrators());
        String onwards = SignedOut.take(request);
        if (onwards != null) {
            response.setHeader("Refresh", "0; url=" + onwards);
        }
        model.addAttribute("onwards", onwards);
        return "sign-in";
    }
}
