package org.muniment.api.web.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muniment.api.web.LinkOver;
import org.muniment.api.web.Open;
import org.muniment.archive.Archive;
import org.muniment.archive.access.AccessRefused;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.User;
import org.muniment.archive.ledger.Officer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the first account of an archive is made: that of an administrator. */
@Controller
@Open
class FirstPages {
    private final Archive archive;
    private final Clock clock;
    private final Choosing choosing;
    private final FirstAccount first;

    FirstPages(Archive archive, Clock clock, Choosing choosing, FirstAccount first) {
        this.archive = archive;
        this.clock = clock;
        this.choosing = choosing;
        this.first = first;
    }

    /** What the form has. */
    record Form(String name, String person, String address, String password, String again) {
        Form {
            name = name == null ? "" : name;
            person = person == null ? "" : person;
            address = address == null ? "" : address;
            password = password == null ? "" : password;
            again = again == null ? "" : again;
        }
    }

    @GetMapping("/first/{link}")
    String page(@PathVariable String link, Model model) {
        check(link);
        model.addAttribute("link", link);
        model.addAttribute("form", new Form("", "", "", "", ""));
        model.addAttribute("faults", List.of());
        return "account/first";
    }

    @PostMapping("/first/{link}")
    ModelAndView make(@PathVariable String link, @ModelAttribute("form") Form form, RedirectAttributes flash) {
        check(link);
        List<String> faults = faults(form);
        if (faults.isEmpty()) {
            flash.addFlashAttribute(
                    "said", "The account is there. Sign in as " + form.name().strip() + ", then invite the others.");
            return new ModelAndView("redirect:/sign-in");
        }
        ModelAndView page = new ModelAndView("account/first", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("link", link);
        page.addObject("form", new Form(form.name(), form.person(), form.address(), "", ""));
        page.addObject("faults", faults);
        return page;
    }

    private void check(String link) {
        if (!first.admits(link)) {
            throw over();
        }
    }

    private static LinkOver over() {
        return new LinkOver(
                "The link for the first account is good once, for a day, until the server is started again. If the"
                        + " account was made, sign in. If not, start the server again: it tells a new link.");
    }

    /** Makes the account, or says what is wrong. */
    private List<String> faults(Form form) {
        try {
            Officer officer = new Officer(form.person());
            User planned = new User(
                    form.name(), officer, form.address(), Set.of(Role.ADMINISTRATOR), User.State.INVITED, true);
            List<String> faults = new ArrayList<>(choosing.faults(form.password(), form.again(), planned));
            if (faults.isEmpty()) {
                add(form, officer);
            }
            return faults;
        } catch (AccessRefused | IllegalArgumentException wrong) {
            return List.of(String.valueOf(wrong.getMessage()));
        }
    }

    private synchronized void add(Form form, Officer officer) {
        if (!first.isWanted()) {
            throw over();
        }
        String hash = choosing.hash(form.password());
        archive.catalogue().transactions().executeWithoutResult(status -> {
            User user = archive.access()
                    .users()
                    .add(form.name(), officer, form.address(), Set.of(Role.ADMINISTRATOR), officer, clock.instant());
            archive.access().signIns().choosePassword(user.name(), hash);
        });
    }
}
