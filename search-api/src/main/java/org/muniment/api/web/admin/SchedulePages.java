package org.muniment.api.web.admin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.WrongUsage;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.access.Role;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.ScheduleInvalid;
import org.muniment.archive.schedule.ScheduleProposal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The retention schedules, the series of the one in force, and the check of another. */
@Controller
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
class SchedulePages {
    private static final int MOST = 1 << 20;

    private final ScheduleWork schedules;
    private final AdoptionWork work;

    SchedulePages(ScheduleWork schedules, AdoptionWork work) {
        this.schedules = schedules;
        this.work = work;
    }

    /**
     * Something that is wrong with a file.
     *
     * @param text the line as it stands there; empty when it has none
     */
    record Fault(int line, String text, String problem, String remedy) {
        static Fault of(ScheduleInvalid.Problem one, List<String> lines) {
            String text = one.line() >= 1 && one.line() <= lines.size()
                    ? lines.get(one.line() - 1).strip()
                    : "";
            return new Fault(one.line(), text, one.problem(), one.remedy());
        }
    }

    @GetMapping(AdoptionWork.PAGE)
    ModelAndView page(Who who) {
        return page(who, "", List.of());
    }

    private ModelAndView page(Who who, String problem, List<Fault> faults) {
        ModelAndView page = new ModelAndView("admin/schedules");
        page.setStatus(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problem", problem);
        page.addObject("faults", faults);
        page.addObject("versions", schedules.history());
        page.addObject("current", schedules.inForce().map(Adopted::version).orElse(0L));
        page.addObject(
                "series",
                schedules.inForce().map(one -> one.schedule().series()).orElse(List.of()));
        page.addObject("shipped", ShippedSchedules.NAMES);
        page.addObject("proposal", work.waiting().orElse(null));
        page.addObject(
                "isOwn",
                work.waiting()
                        .filter(one -> one.by().isSamePersonAs(who.officer()))
                        .isPresent());
        return page;
    }

    /**
     * Checks a schedule, and begins to compare it with the one in force.
     *
     * @param after a version's number, {@code proposal}, or the name of a schedule that comes with the product; with a file
     *     empty
     */
    @PostMapping(AdoptionWork.PAGE + "/preview")
    ModelAndView preview(
            Who who,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        RetentionSchedule now = schedules
                .inForce()
                .map(Adopted::schedule)
                .orElseThrow(() -> new WrongUsage("No schedule is in force: there is nothing to compare with"));
        String yaml = "";
        try {
            yaml = file == null || file.isEmpty() ? known(after) : sent(file);
            return new ModelAndView("redirect:/jobs/" + work.compare(now, yaml, who));
        } catch (WrongUsage wrong) {
            return page(who, String.valueOf(wrong.getMessage()), List.of());
        } catch (ScheduleInvalid invalid) {
            List<String> lines = yaml.lines().toList();
            return page(
                    who,
                    "It can’t be adopted as it is. Mend what is listed, then choose the file again.",
                    invalid.problems().stream().map(one -> Fault.of(one, lines)).toList());
        }
    }

    private static String sent(MultipartFile file) throws IOException {
        if (file.getSize() > MOST) {
            throw new WrongUsage("A schedule has 1 MB at most; this file is larger");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new WrongUsage("This file is no schedule: it is not text in UTF-8");
        }
    }

    private String known(String name) {
        if (name.isEmpty()) {
            throw new WrongUsage("Choose a file, or one of the schedules that are here");
        }
        return work.waiting()
                .filter(one -> name.equals("proposal"))
                .map(ScheduleProposal::yaml)
                .orElseGet(() -> schedules.text(name));
    }
}
