package org.muniment.api.web.admin;

import java.util.List;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.access.Role;
import org.muniment.archive.schedule.Adopted;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The retention schedules, the series of the one in force, and what another would change. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
class SchedulePages {
    private final ScheduleWork work;

    SchedulePages(ScheduleWork work) {
        this.work = work;
    }

    @GetMapping("/admin/schedules")
    String page(Model model) {
        model.addAttribute("versions", work.history());
        model.addAttribute("current", work.inForce().map(Adopted::version).orElse(0L));
        model.addAttribute(
                "series", work.inForce().map(one -> one.schedule().series()).orElse(List.of()));
        model.addAttribute("shipped", ShippedSchedules.NAMES);
        return "admin/schedules";
    }

    /** @param after a version's number, or the name of a schedule that comes with the product */
    @PostMapping("/admin/schedules/preview")
    String preview(Who who, @RequestParam(defaultValue = "") String after) {
        return "redirect:/jobs/" + work.compare(after, who);
    }
}
