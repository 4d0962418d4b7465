package org.muniment.api.web.account;

import java.time.Clock;
import java.util.List;
import org.muniment.api.web.LinkOver;
import org.muniment.api.web.Open;
import org.muniment.archive.Archive;
import org.muniment.archive.access.User;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a person with a link chooses a password: the link is the secret, and is good once. */
@Controller
@Open
class WelcomePages {
    private final Archive archive;
    private final Clock clock;
    private final Choosing choosing;

    WelcomePages(Archive archive, Clock clock, Choosing choosing) {
        this.archive = archive;
        this.clock = clock;
        this.choosing = choosing;
    }

    private User user(String link) {
        return archive.access()
                .setupLinks()
                .find(link, clock.instant())
                .orElseThrow(() -> new LinkOver(
                        "A link to choose a password is good once, for a day, and only the latest one. If you"
                                + " have chosen a password, sign in. If not, ask an administrator for another link."));
    }

    @GetMapping("/welcome/{link}")
    String page(@PathVariable String link, Model model) {
        model.addAttribute("user", user(link));
        model.addAttribute("link", link);
        model.addAttribute("faults", List.of());
        return "account/welcome";
    }

    @PostMapping("/welcome/{link}")
    ModelAndView choose(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            RedirectAttributes flash) {
        User user = user(link);
        List<String> faults = choosing.faults(password, again, user);
        if (!faults.isEmpty()) {
            ModelAndView page = new ModelAndView("account/welcome", HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("user", user);
            page.addObject("link", link);
            page.addObject("faults", faults);
            return page;
        }
        String hash = choosing.hash(password);
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.access().setupLinks().use(link, hash, clock.instant()));
        flash.addFlashAttribute("said", "Your password is set. Sign in as " + user.name() + ".");
        return new ModelAndView("redirect:/sign-in");
    }
}
