package org.muniment.api.web.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.api.WrongUsage;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.batch.Rooms;
import org.muniment.batch.classify.Comparison;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The retention schedules, the series of the one in force, and what another would change. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
class SchedulePages {
    private final Archive archive;
    private final Jobs jobs;

    SchedulePages(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    private Optional<Adopted> inForce() {
        LocalDate today = archive.retention().day(archive.clock().instant());
        return archive.retention().schedules().inForce(today);
    }

    @GetMapping("/admin/schedules")
    String page(Model model) {
        model.addAttribute("versions", archive.retention().schedules().history());
        model.addAttribute("current", inForce().map(Adopted::version).orElse(0L));
        model.addAttribute(
                "series", inForce().map(one -> one.schedule().series()).orElse(List.of()));
        model.addAttribute("shipped", ShippedSchedules.NAMES);
        return "admin/schedules";
    }

    /** @param after a version's number, or the name of a schedule that comes with the product */
    @PostMapping("/admin/schedules/preview")
    String preview(Who who, @RequestParam(defaultValue = "") String after) {
        RetentionSchedule now = inForce()
                .map(Adopted::schedule)
                .orElseThrow(() -> new WrongUsage("No schedule is in force: there is nothing to compare with"));
        RetentionSchedule other = schedule(after);
        return "redirect:/jobs/"
                + jobs.start(
                        "What " + after + " would change",
                        who,
                        "/admin/schedules",
                        progress -> words(new Comparison(Rooms.of(archive), 10).run(now, other, progress::advanced)));
    }

    private RetentionSchedule schedule(String name) {
        if (ShippedSchedules.NAMES.contains(name)) {
            return RetentionSchedule.parse(ShippedSchedules.read(name));
        }
        return archive.retention().schedules().history().stream()
                .filter(one -> String.valueOf(one.version()).equals(name))
                .map(Adopted::schedule)
                .findFirst()
                .orElseThrow(() -> new WrongUsage("There is no schedule '" + name + "' to compare with"));
    }

    private static String words(Comparison.Result result) {
        return Stream.concat(
                        Stream.of(
                                result.moved() + " of " + result.items() + " items would move.",
                                result.earlier() + " would be eligible earlier, " + result.later() + " later."),
                        result.moves().stream()
                                .map(move -> move.items() + ": " + place(move.from()) + " to " + place(move.to())))
                .collect(Collectors.joining("\n"));
    }

    private static String place(Comparison.Place place) {
        return place.series() + " (Class " + place.recordClass() + ")";
    }
}
