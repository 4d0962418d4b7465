package org.muniment.api.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what waits for this person, the most urgent first. */
@Controller
@Allowed(Role.STAFF)
class TodayPage {
    private final Today today;
    private final Archive archive;
    private final Clock clock;

    TodayPage(Today today, Archive archive, Clock clock) {
        this.today = today;
        this.archive = archive;
        this.clock = clock;
    }

    @GetMapping("/")
    String page(Who who, Model model) {
        Instant now = clock.instant();
        model.addAttribute("day", LocalDate.ofInstant(now, archive.settings().zone()));
        model.addAttribute("cards", today.of(who, now));
        return "today";
    }
}
