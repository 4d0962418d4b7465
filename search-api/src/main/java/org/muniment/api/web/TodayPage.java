package org.muniment.api.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what waits for this person, the most urgent first. */
@Controller
@Allowed(Role.STAFF)
class TodayPage {
    private final List<TodaySection> sections;
    private final Archive archive;
    private final Clock clock;

    TodayPage(List<TodaySection> sections, Archive archive, Clock clock) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(TodaySection::place))
                .toList();
        this.archive = archive;
        this.clock = clock;
    }

    @GetMapping("/")
    String page(Who who, Model model) {
        Instant now = clock.instant();
        model.addAttribute("day", LocalDate.ofInstant(now, archive.settings().zone()));
        model.addAttribute(
                "cards",
                sections.stream()
                        .map(section -> section.of(who, now))
                        .flatMap(Optional::stream)
                        .toList());
        return "today";
    }
}
