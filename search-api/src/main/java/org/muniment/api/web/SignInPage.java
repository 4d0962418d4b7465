package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
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

    SignInPage(WhoAsks asks) {
        this.asks = asks;
    }

    @GetMapping(PATH)
    String page(
            HttpServletRequest request,
            Model model,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String out) {
        if (asks.of(request).isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("out", out != null);
        model.addAttribute("problem", SignInFailed.take(request));
        return "sign-in";
    }
}
