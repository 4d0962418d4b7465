package org.muniment.api.web.disposition;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.SeriesNames;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.DispositionRefused;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where destruction stands: plans, what is due, what stopped; and the two jobs, to plan and to carry out. */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class DispositionPages {
    private static final int PLANS = 50;
    private static final int STOPS = 10;

    private final Archive archive;
    private final PlanWork work;
    private final SeriesNames names;

    DispositionPages(Archive archive, PlanWork work, SeriesNames names) {
        this.names = names;
        this.archive = archive;
        this.work = work;
    }

    @GetMapping("/disposition")
    ModelAndView overview(@RequestParam(defaultValue = "false") boolean all) {
        ModelAndView page = new ModelAndView("disposition/overview");
        Disposal disposal = archive.disposal();
        LocalDate today = archive.retention().day(archive.clock().instant());
        List<Plan> plans =
                all ? disposal.plans().latest(PLANS) : disposal.plans().open();
        page.addObject(
                "plans", plans.stream().map(plan -> PlanView.of(archive, plan)).toList());
        page.addObject("all", all);
        page.addObject("today", today);
        page.addObject("due", work.due(today));
        page.addObject("stops", disposal.trips().latest(STOPS));
        page.addObject(
                "maximums",
                archive.retention().classifications().maximums(today).stream()
                        .map(one -> one.words(names.title(one.series()) + " (" + one.series() + ")"))
                        .toList());
        return page;
    }

    @PostMapping("/disposition/plans")
    @Allowed(Role.RECORDS_OFFICER)
    String plan(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable List<String> series,
            @RequestParam(defaultValue = "false") boolean unattended,
            Who who) {
        return "redirect:/jobs/" + work.propose(asOf, series(series), unattended, who);
    }

    /** Series that a form named. */
    static Set<SeriesId> series(@Nullable List<String> names) {
        try {
            return names == null
                    ? Set.of()
                    : names.stream().map(SeriesId::new).collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    @PostMapping("/disposition/execution")
    @Allowed(Role.RECORDS_OFFICER)
    String execute(Who who) {
        return "redirect:/jobs/" + work.execute(who);
    }

    @PostMapping("/disposition/overrides")
    @Allowed(Role.RECORDS_OFFICER)
    ModelAndView override(
            @RequestParam String run,
            @RequestParam(defaultValue = "") String reason,
            Who who,
            RedirectAttributes after) {
        try {
            work.override(run, reason, who);
        } catch (DispositionRefused refused) {
            ModelAndView again = overview(false);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("refused", refused.getMessage())
                    .addObject("typedRun", run)
                    .addObject("typed", reason);
        }
        after.addFlashAttribute("said", run + " may go on, once, within a day of its next start.");
        return new ModelAndView("redirect:/disposition");
    }
}
