package org.muniment.api.web.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.disposition.Planned;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Classifications.Due;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.batch.expire.Expire;
import org.muniment.batch.expire.Expired;
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
    private final Jobs jobs;

    DispositionPages(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
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
        model.addAttribute("due", due(today));
        model.addAttribute("titles", titles(today));
        model.addAttribute("stops", disposal.trips().latest(STOPS));
        model.addAttribute("pastMaximum", archive.retention().classifications().pastMaximum(today));
        return "disposition/overview";
    }

    private Map<String, Long> due(LocalDate day) {
        try (var due = archive.retention().classifications().due(day)) {
            return due.map(Due::series)
                    .collect(Collectors.groupingBy(SeriesId::value, TreeMap::new, Collectors.counting()));
        }
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
        Set<SeriesId> some = series(series);
        Officer officer = who.officer();
        return "redirect:/jobs/"
                + jobs.start(
                        "Make a plan of what is due",
                        who,
                        "/disposition",
                        progress -> plan(asOf, some, unattended, officer));
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

    private String plan(@Nullable LocalDate asOf, Set<SeriesId> series, boolean unattended, Officer officer) {
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            Instant now = writing.clock().instant();
            LocalDate day = asOf == null ? writing.retention().day(now) : asOf;
            Planned planned =
                    writing.disposal().planner().propose(new PlanRequest(day, series, unattended, officer, now));
            writing.ledger().checkpoint();
            return "Plan " + planned.plan().id() + ": " + planned.plan().items() + " items are on the list, "
                    + planned.refused() + " are due and kept, " + planned.listed() + " are on another plan already.";
        }
    }

    @PostMapping("/disposition/execution")
    @Allowed(Role.RECORDS_OFFICER)
    String execute(Who who) {
        return "redirect:/jobs/" + jobs.start("Carry out approved plans", who, "/disposition", this::execute);
    }

    private String execute(Jobs.Progress progress) {
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            return ExpiredWords.of(new Expire(writing).run(progress::advanced));
        }
    }

    @PostMapping("/disposition/overrides")
    @Allowed(Role.RECORDS_OFFICER)
    String override(@RequestParam String run, @RequestParam String reason, Who who, RedirectAttributes after) {
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.disposal()
                        .trips()
                        .override(run, who.officer(), reason, archive.clock().instant()));
        archive.ledger().checkpoint();
        after.addFlashAttribute("said", run + " may go on, once, within a day of its next start.");
        return "redirect:/disposition";
    }

    /** What came of a run, for its job's page. */
    static final class ExpiredWords {
        private ExpiredWords() {}

        static String of(Expired done) {
            StringBuilder words = new StringBuilder();
            done.condemned()
                    .forEach(plan -> words.append("Plan ")
                            .append(plan.plan())
                            .append(": ")
                            .append(plan.items())
                            .append(" items hidden; they can be restored until ")
                            .append(plan.graceEnds().minusDays(1))
                            .append(".\n"));
            done.carriedOut().forEach(plan -> words.append(of(plan)));
            done.remains().forEach(remain -> words.append(remain).append('\n'));
            return words.isEmpty() ? "Nothing is to be carried out today." : words.toString();
        }

        private static String of(Expired.CarriedOut plan) {
            String kept = plan.kept().entrySet().stream()
                    .map(veto -> veto.getValue() + " kept: " + veto.getKey())
                    .sorted()
                    .collect(Collectors.joining("; "));
            return "Plan " + plan.plan() + ": " + plan.destroyed() + " items destroyed, " + plan.remaining()
                    + " still to do." + (kept.isEmpty() ? "" : " " + kept + ".")
                    + (plan.stopped() == null ? "" : " Stopped: " + plan.stopped() + ".") + "\n";
        }
    }
}
