package org.muniment.api.web.admin;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.JobId;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.CheckedSchedules.Checked;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.ScheduleRefused;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a checked schedule would change, its proposal by one officer and its adoption by another. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
class AdoptionPages {
    private static final String BACK = "redirect:" + AdoptionWork.PAGE;

    private final Archive archive;
    private final CheckedSchedules checked;
    private final AdoptionWork work;

    AdoptionPages(Archive archive, CheckedSchedules checked, AdoptionWork work) {
        this.archive = archive;
        this.checked = checked;
        this.work = work;
    }

    @GetMapping(AdoptionWork.PAGE + "/checked/{digest}")
    ModelAndView page(@PathVariable String digest, Who who) {
        LocalDate today = archive.retention().day(archive.clock().instant());
        return page(checked.find(digest), who, today, "");
    }

    private ModelAndView page(Checked one, Who who, @Nullable LocalDate effective, String problem) {
        ModelAndView page = new ModelAndView("admin/schedule-changes");
        page.setStatus(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("schedule", one.schedule());
        page.addObject(
                "titles",
                one.schedule().series().stream()
                        .collect(Collectors.toMap(series -> series.id().value(), RecordSeries::title)));
        page.addObject("digest", one.digest());
        page.addObject("changes", one.changes());
        page.addObject("effective", effective);
        page.addObject("problem", problem);
        page.addObject("proposal", work.waiting().orElse(null));
        // A reason may quote words of a mail, which administrators and auditors do not read.
        page.addObject("officer", who.is(Role.RECORDS_OFFICER));
        return page;
    }

    @PostMapping(AdoptionWork.PAGE + "/checked/{digest}")
    @Allowed(Role.RECORDS_OFFICER)
    ModelAndView propose(
            @PathVariable String digest,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate effective,
            Who who,
            RedirectAttributes after) {
        Checked one = checked.find(digest);
        if (effective == null) {
            return page(one, who, null, "Give the first day on which it is to be in force");
        }
        try {
            work.proposeChecked(digest, effective, who);
        } catch (ScheduleRefused refused) {
            return page(one, who, effective, String.valueOf(refused.getMessage()));
        }
        after.addFlashAttribute(
                "said",
                "You proposed " + one.schedule().name() + ". It changes nothing until another officer adopts it.");
        return new ModelAndView(BACK);
    }

    @PostMapping(AdoptionWork.PAGE + "/proposals/{digest}/adoption")
    @Allowed(Role.RECORDS_OFFICER)
    String adopt(@PathVariable String digest, Who who, RedirectAttributes after) {
        JobId job = work.adopt(digest, who);
        after.addFlashAttribute("said", "Both have adopted it. Items are brought up to date now.");
        return "redirect:/jobs/" + job;
    }

    @PostMapping(AdoptionWork.PAGE + "/proposals/{digest}/withdrawal")
    @Allowed(Role.RECORDS_OFFICER)
    String withdraw(@PathVariable String digest, RedirectAttributes after) {
        work.withdraw(digest);
        after.addFlashAttribute("said", "The proposal was taken back. Nothing has changed.");
        return BACK;
    }
}
