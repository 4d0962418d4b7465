package org.muniment.api.web.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.AccessRefused;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.RoleGrant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Roles that read others' mail and wait for a second person. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
class GrantPages implements TodaySection {
    private static final String PATH = "/grants";

    private final Archive archive;
    private final Clock clock;

    GrantPages(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String page(Who who, Model model) {
        model.addAttribute("waiting", archive.access().users().waiting());
        model.addAttribute("mine", confirmable(who));
        return "admin/grants";
    }

    private List<RoleGrant> confirmable(Who who) {
        return archive.access().users().waiting().stream()
                .filter(one ->
                        !one.by().isSamePersonAs(who.officer()) && !one.person().isSamePersonAs(who.officer()))
                .toList();
    }

    @PostMapping("/grants/{user}")
    String confirm(
            Who who,
            @PathVariable String user,
            @RequestParam(defaultValue = "") @Nullable String role,
            RedirectAttributes flash) {
        RoleGrant grant = archive.access().users().waiting().stream()
                .filter(one -> one.user().equals(user) && one.role().name().equals(role))
                .findFirst()
                .orElseThrow(NotThere::new);
        try {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status ->
                            archive.access().users().confirmRole(user, grant.role(), who.officer(), clock.instant()));
            flash.addFlashAttribute(
                    "said", grant.person() + " is " + grant.role().words() + " from now on.");
        } catch (AccessRefused wrong) {
            flash.addFlashAttribute("refused", String.valueOf(wrong.getMessage()));
        }
        return "redirect:" + PATH;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        List<RoleGrant> waiting = confirmable(who);
        if (!who.isAny(Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR) || waiting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Card.of(
                "Roles to confirm",
                PATH,
                "No role waits.",
                waiting.stream()
                        .map(one -> new Line(one.person() + " as " + one.role().words(), PATH, "second person", false))
                        .toList()));
    }

    @Override
    public int place() {
        return 35;
    }
}
