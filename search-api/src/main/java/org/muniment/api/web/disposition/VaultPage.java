package org.muniment.api.web.disposition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.api.web.Allowed;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Plan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is hidden from staff and can still be restored, by the day on which that ends. */
@Controller
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
class VaultPage {
    private final Archive archive;

    VaultPage(Archive archive) {
        this.archive = archive;
    }

    /** @param days until its grace ends; 0 or less when it is over */
    record Kept(PlanView plan, LocalDate ends, long days) {}

    @GetMapping("/disposition/vault")
    String page(Model model) {
        LocalDate today = archive.retention().day(archive.clock().instant());
        List<Kept> vault = archive.disposal().plans().open().stream()
                .flatMap(plan -> plan.stage() instanceof Plan.Stage.Condemned condemned
                        ? Stream.of(new Kept(
                                PlanView.of(archive, plan),
                                condemned.graceEnds(),
                                ChronoUnit.DAYS.between(today, condemned.graceEnds())))
                        : Stream.of())
                .sorted(Comparator.comparing(Kept::ends))
                .toList();
        model.addAttribute("vault", vault);
        return "disposition/vault";
    }
}
