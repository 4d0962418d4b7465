package org.muniment.api.web.admin;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.AccessRefused;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.RoleGrant;
import org.muniment.archive.access.Secret;
import org.muniment.archive.access.User;
import org.muniment.archive.ledger.Officer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people who sign in: invited, given roles, closed, given a new link. */
@Controller
@Allowed(Role.ADMINISTRATOR)
class UserPages {
    private final Archive archive;
    private final Clock clock;

    UserPages(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    @GetMapping("/admin/users")
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    String list(Model model) {
        model.addAttribute("users", archive.access().users().list());
        model.addAttribute("waiting", archive.access().users().waiting());
        return "admin/users";
    }

    @GetMapping("/admin/users/new")
    ModelAndView form() {
        return form("", "", "", Set.of(), null);
    }

    private static ModelAndView form(
            String name, String person, String address, Set<Role> roles, @Nullable String fault) {
        ModelAndView page =
                new ModelAndView("admin/invite", fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("name", name);
        page.addObject("person", person);
        page.addObject("address", address);
        page.addObject("chosen", roles);
        page.addObject("all", choices());
        page.addObject("fault", fault == null ? "" : fault);
        return page;
    }

    private static List<Role> choices() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.STAFF).toList();
    }

    @PostMapping("/admin/users")
    ModelAndView invite(
            Who who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(required = false) @Nullable List<String> role,
            RedirectAttributes flash) {
        Set<Role> roles = roles(role);
        try {
            Officer officer = new Officer(person);
            Secret link =
                    Objects.requireNonNull(archive.catalogue().transactions().execute(status -> {
                        User user = archive.access()
                                .users()
                                .add(name, officer, address, roles, who.officer(), clock.instant());
                        return archive.access().setupLinks().make(user.name(), who.officer(), clock.instant());
                    }));
            flash.addFlashAttribute("link", "/welcome/" + link.text());
            return new ModelAndView("redirect:/admin/users/" + name.strip().toLowerCase(java.util.Locale.ROOT));
        } catch (AccessRefused | IllegalArgumentException wrong) {
            return form(name, person, address, roles, String.valueOf(wrong.getMessage()));
        }
    }

    /** What no role is called is left out: only a form that nobody made says so. */
    private static Set<Role> roles(@Nullable List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        choices().stream()
                .filter(role -> names != null && names.contains(role.name()))
                .forEach(roles::add);
        return roles;
    }

    @GetMapping("/admin/users/{name}")
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    String user(@PathVariable String name, Model model) {
        User user = existing(name);
        model.addAttribute("user", user);
        model.addAttribute("all", choices());
        model.addAttribute("waiting", waiting(user));
        model.addAttribute("history", History.of(archive, "user " + user.name()));
        return "admin/user";
    }

    private List<Role> waiting(User user) {
        return archive.access().users().waiting().stream()
                .filter(one -> one.user().equals(user.name()))
                .map(RoleGrant::role)
                .toList();
    }

    private User existing(String name) {
        return archive.access().users().find(name).orElseThrow(NotThere::new);
    }

    @PostMapping("/admin/users/{name}/roles")
    String changeRoles(
            Who who,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable List<String> role,
            RedirectAttributes flash) {
        User user = existing(name);
        return done(
                user,
                flash,
                "The roles are set.",
                () -> archive.access().users().changeRoles(user.name(), roles(role), who.officer(), clock.instant()));
    }

    @PostMapping("/admin/users/{name}/close")
    String close(Who who, @PathVariable String name, RedirectAttributes flash) {
        User user = existing(name);
        return done(
                user,
                flash,
                "The account is closed.",
                () -> archive.access().users().switchTo(false, user.name(), who.officer(), clock.instant()));
    }

    @PostMapping("/admin/users/{name}/open")
    String open(Who who, @PathVariable String name, RedirectAttributes flash) {
        User user = existing(name);
        return done(
                user,
                flash,
                "The account is open again.",
                () -> archive.access().users().switchTo(true, user.name(), who.officer(), clock.instant()));
    }

    @PostMapping("/admin/users/{name}/link")
    String link(Who who, @PathVariable String name, RedirectAttributes flash) {
        User user = existing(name);
        return done(
                user,
                flash,
                "The new link is below.",
                () -> flash.addFlashAttribute(
                        "link",
                        "/welcome/"
                                + archive.access()
                                        .setupLinks()
                                        .make(user.name(), who.officer(), clock.instant())
                                        .text()));
    }

    /** Carries a step out, or says on the same page why it was not. */
    private String done(User user, RedirectAttributes flash, String words, Runnable step) {
        try {
            archive.catalogue().transactions().executeWithoutResult(status -> step.run());
            flash.addFlashAttribute("said", words);
        } catch (AccessRefused wrong) {
            flash.addFlashAttribute("refused", String.valueOf(wrong.getMessage()));
        }
        return "redirect:/admin/users/" + user.name();
    }
}
