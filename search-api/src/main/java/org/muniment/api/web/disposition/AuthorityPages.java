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
import org.muniment.archive.disposition.DispositionRefused;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Standing authorities: one officer signs, another signs too, and for a year transitory series need no list each night. */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class AuthorityPages {
    private static final String PAGE = "/disposition/authorities";

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
            List<String> series,
            LocalDate signed,
            LocalDate lapses,
            @Nullable LocalDate revoked,
            String officers,
            boolean holds) {}

    /** @param isOwn whether the person who asks signed it, and so can't be the second */
    record Waiting(Offer offer, List<String> series, boolean isOwn) {}

    @GetMapping(PAGE)
    ModelAndView page(Who who) {
        LocalDate today = archive.retention().day(archive.clock().instant());
        ModelAndView page = new ModelAndView("disposition/authorities");
        page.addObject(
                "authorities",
                archive.disposal().authorities().all().reversed().stream()
                        .map(one -> shown(one, today))
                        .toList());
        page.addObject(
                "waiting",
                archive.disposal().offers().waiting().stream()
                        .map(one -> new Waiting(one, ids(one.series()), one.by().isSamePersonAs(who.officer())))
                        .toList());
        page.addObject("transitory", work.transitory(today));
        page.addObject("unverified", unverified(today));
        return page;
    }

    private static Shown shown(StandingAuthority one, LocalDate today) {
        return new Shown(
                one.id(),
                ids(one.series()),
                one.signed(),
                one.lapses(),
                one.revoked(),
                one.by() + " and " + one.second(),
                one.holdsOn(today));
    }

    private Set<String> unverified(LocalDate day) {
        return archive.retention().schedules().inForce(day).stream()
                .flatMap(adopted -> adopted.schedule().series().stream())
                .filter(one -> !one.verified())
                .map(one -> one.id().value())
                .collect(Collectors.toSet());
    }

    private static List<String> ids(Set<SeriesId> series) {
        return series.stream().sorted().map(SeriesId::value).toList();
    }

    /** What can't be done is said on the page itself, at its head. */
    private ModelAndView told(String done, Who who, RedirectAttributes after, Runnable deed) {
        try {
            deed.run();
        } catch (DispositionRefused refused) {
            ModelAndView again = page(who);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("refused", refused.getMessage());
        }
        after.addFlashAttribute("said", done);
        return new ModelAndView("redirect:" + PAGE);
    }

    @PostMapping(PAGE)
    @Allowed(Role.RECORDS_OFFICER)
    ModelAndView sign(
            @RequestParam(required = false) @Nullable List<String> series, Who who, RedirectAttributes after) {
        Set<SeriesId> named = DispositionPages.series(series);
        return told(
                "You signed it. It holds when another person has signed it too.",
                who,
                after,
                () -> work.sign(named, who));
    }

    @PostMapping("/disposition/authorities/offers/{number}/signature")
    @Allowed(Role.RECORDS_OFFICER)
    ModelAndView countersign(@PathVariable long number, Who who, RedirectAttributes after) {
        return told(
                "Both have signed. The authority holds for a year.", who, after, () -> work.countersign(number, who));
    }

    @PostMapping("/disposition/authorities/offers/{number}/withdrawal")
    @Allowed(Role.RECORDS_OFFICER)
    ModelAndView withdraw(@PathVariable long number, Who who, RedirectAttributes after) {
        return told("It was taken back.", who, after, () -> work.withdraw(number));
    }

    @PostMapping("/disposition/authorities/{id}/revocation")
    @Allowed(Role.RECORDS_OFFICER)
    ModelAndView revoke(@PathVariable String id, Who who, RedirectAttributes after) {
        return told(
                id + " is revoked; what is in the vault under it is not destroyed any more.",
                who,
                after,
                () -> work.revoke(id, who));
    }
}
