package org.muniment.api.web.departed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureId;
import org.muniment.archive.people.DepartureStep;
import org.muniment.archive.people.PeopleRefused;
import org.muniment.archive.people.Person;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those who left: the checklist from separation to the last decision, the supervisor's bundle. */
@Controller
@Allowed({Role.CLERK, Role.RECORDS_OFFICER, Role.LEGAL})
class DepartedPages {
    private final Archive archive;
    private final DepartureWork work;

    DepartedPages(Archive archive, DepartureWork work) {
        this.archive = archive;
        this.work = work;
    }

    @GetMapping("/departed")
    ModelAndView list(@RequestParam(defaultValue = "false") boolean all) {
        return list(all, Map.of());
    }

    private ModelAndView list(boolean all, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("departed/list");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject(
                "departures",
                archive.people().departures().all().reversed().stream()
                        .map(one -> DepartureView.of(archive, one))
                        .filter(one -> all || one.isOpen())
                        .toList());
        page.addObject("all", all);
        page.addObject("problems", problems);
        page.addObject(
                "people",
                archive.people().list().stream()
                        .filter(person -> person.separated() == null)
                        .toList());
        page.addObject("today", archive.holds().day(archive.clock().instant()));
        return page;
    }

    @PostMapping("/departed")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    ModelAndView start(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Who who,
            RedirectAttributes after) {
        Person leaving = archive.people().find(person).orElse(null);
        if (leaving == null || on == null) {
            return list(
                    false,
                    leaving == null
                            ? Map.of("person", "Choose somebody of the directory")
                            : Map.of("on", "Give the last day"));
        }
        try {
            Departure departure = work.start(leaving, on, who);
            HoldId hold = departure.holds().getLast();
            after.addFlashAttribute(
                    "said",
                    "The mail of " + leaving.name() + " is held from now on, under every known address: " + hold);
            return new ModelAndView("redirect:/departed/" + departure.id());
        } catch (PeopleRefused refused) {
            return list(false, Map.of("person", String.valueOf(refused.getMessage())));
        }
    }

    private Departure find(String name) {
        try {
            return archive.people()
                    .departures()
                    .find(new DepartureId(name.toUpperCase(Locale.ROOT)))
                    .orElseThrow(NotThere::new);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    @GetMapping("/departed/{id}")
    ModelAndView departure(@PathVariable String id, Who who) {
        return departure(find(id), who, "", "");
    }

    private ModelAndView departure(Departure departure, Who who, String problem, String words) {
        ModelAndView page = new ModelAndView("departed/departure");
        page.setStatus(problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("departure", DepartureView.of(archive, departure));
        page.addObject("bundles", work.bundles(departure));
        page.addObject("problem", problem);
        page.addObject("words", words);
        page.addObject("acts", who.isAny(Role.CLERK, Role.RECORDS_OFFICER));
        page.addObject(
                "isFirst",
                departure
                        .tookBy(DepartureStep.FIRST_APPROVAL)
                        .filter(one -> one.isSamePersonAs(who.officer()))
                        .isPresent());
        return page;
    }

    @PostMapping("/departed/{id}/steps")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    ModelAndView take(
            @PathVariable String id,
            @RequestParam String step,
            @RequestParam String words,
            Who who,
            RedirectAttributes after) {
        Departure departure = find(id);
        DepartureStep taken = Stream.of(DepartureStep.values())
                .filter(one -> one.name().equals(step))
                .findFirst()
                .orElseThrow(NotThere::new);
        try {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.people()
                            .departures()
                            .take(
                                    departure.id(),
                                    taken,
                                    words,
                                    who.officer(),
                                    archive.clock().instant()));
        } catch (PeopleRefused refused) {
            return departure(departure, who, String.valueOf(refused.getMessage()), words);
        }
        archive.ledger().checkpoint();
        after.addFlashAttribute("said", "Recorded: " + taken.words() + ".");
        return new ModelAndView("redirect:/departed/" + departure.id());
    }

    @PostMapping("/departed/{id}/bundle")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    String bundle(@PathVariable String id, Who who) {
        Departure departure = find(id);
        Person person = archive.people().find(departure.person().value()).orElseThrow(NotThere::new);
        return "redirect:/jobs/" + work.bundle(departure, person, who);
    }

    /** What the supervisor looks through, as one file. */
    @GetMapping("/departed/{id}/bundle/{production}")
    ResponseEntity<Resource> download(
            @PathVariable String id, @PathVariable String production, Who who, HttpServletRequest asked)
            throws IOException {
        Departure departure = find(id);
        Path file = work.download(departure, production, who, asked);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + departure.id() + "-" + production + ".zip\"")
                .body(new FileSystemResource(file));
    }
}
