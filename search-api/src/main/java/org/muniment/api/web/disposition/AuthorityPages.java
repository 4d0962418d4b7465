package org.muniment.api.web.disposition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.AuthorityOffers.Offer;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Standing authorities: one officer signs, another signs too, and for a year transitory series need no list each night. */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class AuthorityPages {
    private static final String PAGE = "redirect:/disposition/authorities";

    private final Archive archive;
    private final AuthorityWork work;

    AuthorityPages(Archive archive, AuthorityWork work) {
        this.archive = archive;
        this.work = work;
    }

    /**
     * A standing authority as the page shows it.
     *
     * @param holds whether it holds today
     */
    record Shown(
            String id,
            String series,
            LocalDate signed,
            LocalDate lapses,
            @Nullable LocalDate revoked,
            String officers,
            boolean holds) {}

    /** @param isOwn whether the person who asks signed it, and so can't be the second */
    record Waiting(Offer offer, String series, boolean isOwn) {}

    @GetMapping("/disposition/authorities")
    String page(Who who, Model model) {
        LocalDate today = archive.retention().day(archive.clock().instant());
        Set<SeriesId> unread = unverified(today);
        model.addAttribute(
                "authorities",
                archive.disposal().authorities().all().reversed().stream()
                        .map(one -> shown(one, unread, today))
                        .toList());
        model.addAttribute(
                "waiting",
                archive.disposal().offers().waiting().stream()
                        .map(one -> new Waiting(
                                one, names(one.series(), unread), one.by().isSamePersonAs(who.officer())))
                        .toList());
        model.addAttribute("transitory", work.transitory(today));
        return "disposition/authorities";
    }

    private static Shown shown(StandingAuthority one, Set<SeriesId> unread, LocalDate today) {
        return new Shown(
                one.id(),
                names(one.series(), unread),
                one.signed(),
                one.lapses(),
                one.revoked(),
                one.by() + " and " + one.second(),
                one.holdsOn(today));
    }

    private Set<SeriesId> unverified(LocalDate day) {
        return archive.retention().schedules().inForce(day).stream()
                .flatMap(adopted -> adopted.schedule().series().stream())
                .filter(one -> !one.verified())
                .map(RecordSeries::id)
                .collect(Collectors.toSet());
    }

    private static String names(Set<SeriesId> series, Set<SeriesId> unread) {
        return series.stream()
                .sorted()
                .map(one -> one.value() + (unread.contains(one) ? " (" + RecordSeries.NOT_VERIFIED + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    @PostMapping("/disposition/authorities")
    @Allowed(Role.RECORDS_OFFICER)
    String sign(@RequestParam(required = false) @Nullable List<String> series, Who who, RedirectAttributes after) {
        work.sign(DispositionPages.series(series), who);
        after.addFlashAttribute("said", "You signed it. It holds when another person has signed it too.");
        return PAGE;
    }

    @PostMapping("/disposition/authorities/offers/{number}/signature")
    @Allowed(Role.RECORDS_OFFICER)
    String countersign(@PathVariable long number, Who who, RedirectAttributes after) {
        work.countersign(number, who);
        after.addFlashAttribute("said", "Both have signed. The authority holds for a year.");
        return PAGE;
    }

    @PostMapping("/disposition/authorities/offers/{number}/withdrawal")
    @Allowed(Role.RECORDS_OFFICER)
    String withdraw(@PathVariable long number, RedirectAttributes after) {
        work.withdraw(number);
        after.addFlashAttribute("said", "It was taken back.");
        return PAGE;
    }

    @PostMapping("/disposition/authorities/{id}/revocation")
    @Allowed(Role.RECORDS_OFFICER)
    String revoke(@PathVariable String id, Who who, RedirectAttributes after) {
        work.revoke(id, who);
        after.addFlashAttribute("said", id + " is revoked; what is in the vault under it is not destroyed any more.");
        return PAGE;
    }
}
