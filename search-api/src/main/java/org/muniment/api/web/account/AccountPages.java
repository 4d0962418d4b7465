package org.muniment.api.web.account;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.AccessRefused;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Reach;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.SignIn;
import org.muniment.archive.access.Token.Scope;
import org.muniment.archive.access.Tokens;
import org.muniment.archive.access.User;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own account: who one is here, the password, and tokens for programs. */
@Controller
@Allowed(Role.STAFF)
class AccountPages {
    private final Archive archive;
    private final Clock clock;
    private final Choosing choosing;

    AccountPages(Archive archive, Clock clock, Choosing choosing) {
        this.archive = archive;
        this.clock = clock;
        this.choosing = choosing;
    }

    @GetMapping("/account")
    ModelAndView page(Who who) {
        return page(who, HttpStatus.OK, List.of(), "");
    }

    private ModelAndView page(Who who, HttpStatus status, List<String> faults, String tokenFault) {
        LocalDate today = today();
        ModelAndView page = new ModelAndView("account/account", status);
        page.addObject("user", user(who));
        page.addObject("own", who.own().stream().sorted().toList());
        page.addObject("tokens", archive.access().tokens().of(who.user()));
        page.addObject("areas", Area.values());
        page.addObject("today", today);
        page.addObject("proposed", today.plusDays(90));
        page.addObject("latest", today.plusYears(1));
        page.addObject("faults", faults);
        page.addObject("tokenFault", tokenFault);
        return page;
    }

    private User user(Who who) {
        return archive.access().users().find(who.user()).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), archive.settings().zone());
    }

    @PostMapping("/account/password")
    ModelAndView password(
            Who who,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            RedirectAttributes flash) {
        List<String> faults = choosing.faults(password, again, user(who));
        if (faults.isEmpty() && !knows(who, old)) {
            faults = List.of(
                    "The password until now is not this one; after too many tries the account is locked a while");
        }
        if (!faults.isEmpty()) {
            return page(who, HttpStatus.UNPROCESSABLE_CONTENT, faults, "");
        }
        String hash = choosing.hash(password);
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.access().signIns().choosePassword(who.user(), hash));
        flash.addFlashAttribute("said", "Your password is changed.");
        return new ModelAndView("redirect:/account");
    }

    /** Counted like an attempt to sign in: a session that was left open is no way to guess. */
    private boolean knows(Who who, String password) {
        return archive.catalogue()
                        .transactions()
                        .execute(status -> archive.access()
                                .signIns()
                                .signIn(who.user(), hash -> choosing.matches(password, hash), clock.instant()))
                instanceof SignIn.SignedIn;
    }

    @PostMapping("/account/tokens")
    ModelAndView makeToken(
            Who who,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String until,
            @RequestParam Map<String, String> fields,
            RedirectAttributes flash) {
        try {
            Reach known = reach(scope, fields);
            LocalDate day = LocalDate.parse(until);
            Tokens.Made made = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.access().tokens().make(who.user(), label, known, day, clock.instant())));
            flash.addFlashAttribute("secret", made.secret().text());
            return new ModelAndView("redirect:/account");
        } catch (AccessRefused wrong) {
            return page(who, HttpStatus.UNPROCESSABLE_CONTENT, List.of(), String.valueOf(wrong.getMessage()));
        } catch (DateTimeException wrong) {
            return page(who, HttpStatus.UNPROCESSABLE_CONTENT, List.of(), "Give the token's last day");
        }
    }

    /** Everywhere, or area by area. */
    private static Reach reach(String scope, Map<String, String> fields) {
        if (!scope.equals("areas")) {
            return Reach.whole(scope.equals("write") ? Scope.WRITE : Scope.READ);
        }
        Map<Area, Scope> chosen = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            switch (fields.getOrDefault("area-" + area, "")) {
                case "read" -> chosen.put(area, Scope.READ);
                case "write" -> chosen.put(area, Scope.WRITE);
                default -> {}
            }
        }
        return Reach.of(chosen);
    }

    @PostMapping("/account/tokens/{number}/end")
    String endToken(Who who, @PathVariable String number, RedirectAttributes flash) {
        if (!number.matches("\\d{1,18}") || !taken(who, Long.parseLong(number))) {
            throw new NotThere();
        }
        flash.addFlashAttribute("said", "The token is good no more.");
        return "redirect:/account";
    }

    /** Whether there was one of the person's to be taken back. */
    private boolean taken(Who who, long number) {
        return Boolean.TRUE.equals(archive.catalogue()
                .transactions()
                .execute(status -> archive.access().tokens().end(who.user(), number, clock.instant())));
    }
}
