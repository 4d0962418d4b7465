package org.muniment.api.web.disposition;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.schedule.YearReview;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Reviews;
import org.muniment.archive.schedule.ScheduleRefused;
import org.muniment.archive.schedule.SchoolYear;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The yearly review of 5 CCR 16022, and the agreement on Class 2 for what is pending (5 CCR 16024). */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class ReviewPages {
    private static final int YEARS = 6;

    private final Archive archive;
    private final YearWork work;

    ReviewPages(Archive archive, YearWork work) {
        this.archive = archive;
        this.work = work;
    }

    @GetMapping("/disposition/review")
    ModelAndView page(@RequestParam(required = false) @Nullable String year) {
        return page(year(year), Map.of());
    }

    private ModelAndView page(SchoolYear year, Map<String, String> problems) {
        LocalDate today = work.today();
        ModelAndView page = new ModelAndView("disposition/review");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("review", YearReview.of(archive.retention(), year, today));
        page.addObject(
                "years",
                Stream.iterate(SchoolYear.of(today), one -> one.plus(-1))
                        .limit(YEARS)
                        .map(SchoolYear::toString)
                        .toList());
        page.addObject("deadline", Reviews.deadline(year));
        page.addObject("isOver", year.last().isBefore(today));
        page.addObject("problems", problems);
        return page;
    }

    private SchoolYear year(@Nullable String typed) {
        try {
            return typed == null ? SchoolYear.of(work.today()).plus(-1) : SchoolYear.parse(typed);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    @PostMapping("/disposition/review")
    @Allowed(Role.RECORDS_OFFICER)
    ModelAndView agree(
            @RequestParam String year,
            @RequestParam String superintendent,
            @RequestParam String boardAction,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Who who) {
        SchoolYear agreed = year(year);
        if (on == null) {
            return page(agreed, Map.of("on", "Give the day on which they agreed"));
        }
        try {
            return new ModelAndView(
                    "redirect:/jobs/" + work.agree(agreed, new Officer(superintendent), boardAction, on, who));
        } catch (IllegalArgumentException wrong) {
            return page(agreed, Map.of("superintendent", String.valueOf(wrong.getMessage())));
        } catch (ScheduleRefused refused) {
            return page(agreed, Map.of("boardAction", String.valueOf(refused.getMessage())));
        }
    }
}
