package org.muniment.api.web.nights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.batch.nightly.NightPages;
import org.muniment.batch.nightly.NightReport;
import org.springframework.stereotype.Component;

/** What last night left for a person to do. */
@Component
final class LastNightToday implements TodaySection {
    private final NightPages nights;

    LastNightToday(Archive archive) {
        this.nights = NightsPages.reading(archive);
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.isAny(Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR)) {
            return Optional.empty();
        }
        Optional<String> latest = nights.names().stream().findFirst();
        return Optional.of(latest.flatMap(name -> nights.read(name).map(report -> card(name, report)))
                .orElseGet(() -> Card.of("Last night", "/nights", "No night's work was done yet.", List.of())));
    }

    private static Card card(String name, NightReport report) {
        String path = "/nights/" + name;
        Stream<Line> alerts = Stream.concat(report.breakers().stream(), report.alerts().stream())
                .map(words -> new Line(words, path, "alert", true));
        Stream<Line> todo = report.todo().stream().map(words -> new Line(words, path, null, false));
        return Card.of(
                "Last night",
                path,
                "The night of " + report.night() + " left nothing to do.",
                Stream.concat(alerts, todo).toList());
    }
}
