package org.muniment.api.web.disposition;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where destruction stands: plans, what is due, what stopped; and the two jobs, to plan and to carry out. */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class DispositionPages {
    private static final int PLANS = 50;
    private static final int STOPS = 10;

    private final Archive archive;
    private final PlanWork work;

    DispositionPages(Archive archive, PlanWork work) {
        this.archive = archive;
        this.work = work;
    }

    @GetMapping("/disposition")
    String overview(@RequestParam(defaultValue = "false") boolean all, Model model) {
        Disposal disposal = archive.disposal();
        LocalDate today = archive.retention().day(archive.clock().instant());
        List<Plan> plans =
                all ? disposal.plans().latest(PLANS) : disposal.plans().open();
        model.addAttribute(
                "plans", plans.stream().map(plan -> PlanView.of(archive, plan)).toList());
        model.addAttribute("all", all);
        model.addAttribute("today", today);
        model.addAttribute("due", work.due(today));
        Map<String, String> titles = titles(today);
        model.addAttribute("titles", titles);
        model.addAttribute("stops", disposal.trips().latest(STOPS));
        model.addAttribute(
                "maximums",
                archive.retention().classifications().maximums(today).stream()
                        .map(one -> one.words(one.series() + " "
                                + titles.getOrDefault(one.series().value(), "")))
                        .toList());
        return "disposition/overview";
    }

    private Map<String, String> titles(LocalDate day) {
        return archive.retention().schedules().inForce(day).stream()
                .flatMap(adopted -> adopted.schedule().series().stream())
                .collect(Collectors.toMap(one -> one.id().value(), RecordSeries::title));
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
    String override(@RequestParam String run, @RequestParam String reason, Who who, RedirectAttributes after) {
        work.override(run, reason, who);
        after.addFlashAttribute("said", run + " may go on, once, within a day of its next start.");
        return "redirect:/disposition";
    }
}
