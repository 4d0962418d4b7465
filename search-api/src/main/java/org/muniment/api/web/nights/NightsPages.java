package org.muniment.api.web.nights;

import java.util.List;
import java.util.Optional;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.batch.nightly.NightPages;
import org.muniment.batch.nightly.NightReport;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the nights did, from the pages that each of them left. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR})
class NightsPages {
    private static final int PAGE = 31;

    private final NightPages nights;

    NightsPages(Archive archive) {
        this.nights = reading(archive);
    }

    static NightPages reading(Archive archive) {
        return new NightPages(archive.settings().folder().resolve("reports"), report -> "");
    }

    /** A night in the list. */
    record Night(String name, NightReport report) {
        /** Messages that left mailboxes. */
        public long removed() {
            return report.mailboxes().stream()
                    .mapToLong(NightReport.MailboxLine::removed)
                    .sum();
        }
    }

    @GetMapping("/nights")
    String list(@RequestParam(defaultValue = "0") int skip, Model model) {
        List<String> names = nights.names();
        model.addAttribute(
                "nights",
                names.stream()
                        .skip(Math.max(0, skip))
                        .limit(PAGE)
                        .flatMap(name -> night(name).stream())
                        .toList());
        model.addAttribute("next", names.size() > skip + PAGE ? skip + PAGE : null);
        return "nights/list";
    }

    private Optional<Night> night(String name) {
        return nights.read(name).map(report -> new Night(name, report));
    }

    @GetMapping("/nights/{name}")
    String one(@PathVariable String name, Model model) {
        model.addAttribute("night", nights.read(name).orElseThrow(NotThere::new));
        return "nights/night";
    }
}
