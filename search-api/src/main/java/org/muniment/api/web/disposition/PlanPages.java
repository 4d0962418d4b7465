package org.muniment.api.web.disposition;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.BoardAction;
import org.muniment.archive.disposition.DispositionRefused;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.disposition.Refused;
import org.muniment.archive.item.ItemId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One plan: its lines with reasons, what is kept and why, the board's list, its approval, and taking items off it. */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class PlanPages {
    private static final int PAGE = 50;

    private final Archive archive;
    private final PlanPapers papers;

    PlanPages(Archive archive, PlanPapers papers) {
        this.archive = archive;
        this.papers = papers;
    }

    @GetMapping("/disposition/plans/{id}")
    ModelAndView plan(@PathVariable String id, @RequestParam(defaultValue = "0") long after, Who who) {
        return page(PlanView.find(archive, id), after, who, Map.of());
    }

    private ModelAndView page(Plan plan, long after, Who who, Map<String, String> problems) {
        List<PlanLine> lines = archive.disposal().plans().lines(plan.id(), after, PAGE);
        PlanView view = PlanView.of(archive, plan);
        ModelAndView page = new ModelAndView("disposition/plan");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("plan", view);
        page.addObject("lines", LineView.of(archive, plan.schedule(), lines, who.is(Role.RECORDS_OFFICER)));
        page.addObject("next", lines.size() < PAGE ? null : lines.getLast().number());
        page.addObject("isOwn", view.isBy(who));
        page.addObject("authorities", authorities(plan));
        page.addObject("problems", problems);
        page.addObject("hasCertificate", papers.latest(plan).isPresent());
        return page;
    }

    private List<String> authorities(Plan plan) {
        LocalDate today = archive.retention().day(archive.clock().instant());
        return plan.request().unattended()
                ? archive.disposal().authorities().holdingOn(today).stream()
                        .map(one -> one.id())
                        .toList()
                : List.of();
    }

    @GetMapping("/disposition/plans/{id}/kept")
    String kept(@PathVariable String id, @RequestParam(required = false) @Nullable String after, Model model) {
        Plan plan = PlanView.find(archive, id);
        List<Refused> kept = archive.disposal().plans().refusals(plan.id(), item(after), PAGE);
        model.addAttribute("plan", PlanView.of(archive, plan));
        model.addAttribute("kept", kept);
        model.addAttribute(
                "next", kept.size() < PAGE ? null : kept.getLast().item().value());
        return "disposition/kept";
    }

    private static @Nullable ItemId item(@Nullable String typed) {
        try {
            return typed == null ? null : new ItemId(typed);
        } catch (IllegalArgumentException none) {
            throw new NotThere();
        }
    }

    @GetMapping("/disposition/plans/{id}/board.pdf")
    ResponseEntity<byte[]> boardPaper(@PathVariable String id) throws IOException {
        Plan plan = PlanView.find(archive, id);
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        papers.boardPaper(plan, paper);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"board-list-" + plan.id() + ".pdf\"")
                .body(paper.toByteArray());
    }

    @GetMapping("/disposition/plans/{id}/board.csv")
    void boardLines(@PathVariable String id, HttpServletResponse response) throws IOException {
        Plan plan = PlanView.find(archive, id);
        papers.requireProposed(plan);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"board-list-" + plan.id() + ".csv\"");
        papers.boardLines(plan, response.getOutputStream());
    }

    @PostMapping("/disposition/plans/{id}/approval")
    @Allowed(Role.RECORDS_OFFICER)
    ModelAndView approve(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate meeting,
            @RequestParam(defaultValue = "") String reference,
            Who who,
            RedirectAttributes after) {
        Plan plan = PlanView.find(archive, id);
        if (meeting == null) {
            return page(plan, 0, who, Map.of("meeting", "Give the day of the board's meeting"));
        }
        try {
            BoardAction action = new BoardAction(meeting, reference);
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.disposal()
                            .plans()
                            .approve(
                                    plan.id(),
                                    who.officer(),
                                    action,
                                    archive.clock().instant()));
        } catch (IllegalArgumentException wrong) {
            return page(plan, 0, who, Map.of("reference", String.valueOf(wrong.getMessage())));
        } catch (DispositionRefused refused) {
            return page(plan, 0, who, Map.of("approval", String.valueOf(refused.getMessage())));
        }
        archive.ledger().checkpoint();
        after.addFlashAttribute("said", "Plan " + plan.id() + " is approved.");
        return new ModelAndView("redirect:/disposition/plans/" + plan.id());
    }

    @PostMapping("/disposition/plans/{id}/restoration")
    @Allowed(Role.RECORDS_OFFICER)
    String restore(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean all,
            Who who,
            RedirectAttributes after) {
        Plan plan = PlanView.find(archive, id);
        List<ItemId> items = item == null
                ? List.of()
                : item.stream().map(one -> Objects.requireNonNull(item(one))).toList();
        if (items.isEmpty() && !all) {
            after.addFlashAttribute("refused", "Choose the items to keep, or that all of them are kept.");
        } else {
            takeOff(plan, all ? List.of() : items, reason, who, after);
        }
        return "redirect:/disposition/plans/" + plan.id();
    }

    private void takeOff(Plan plan, List<ItemId> items, String reason, Who who, RedirectAttributes after) {
        try {
            List<ItemId> lost = new TakingOff(archive).run(plan, items, who.officer(), reason);
            archive.ledger().checkpoint();
            after.addFlashAttribute(
                    lost.isEmpty() ? "said" : "refused",
                    lost.isEmpty()
                            ? "They are off the list, and staff see them again."
                            : lost.size() + " items can't be given back: their destruction had begun.");
        } catch (DispositionRefused refused) {
            after.addFlashAttribute("refused", refused.getMessage());
        }
    }
}
