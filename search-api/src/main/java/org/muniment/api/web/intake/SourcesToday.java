package org.muniment.api.web.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Run;
import org.springframework.stereotype.Component;

/** Ingests whose sum does not hold, for those who look after sources: nothing of them is purged until it does. */
@Component
class SourcesToday implements TodaySection {
    private final Archive archive;

    SourcesToday(Archive archive) {
        this.archive = archive;
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.isAny(Role.ADMINISTRATOR, Role.AUDITOR)) {
            return Optional.empty();
        }
        List<Line> lines =
                archive.runs().unreconciled().stream().map(SourcesToday::line).toList();
        return Optional.of(Card.of("Sources", "/admin/sources", "The latest run of every source adds up.", lines));
    }

    private static Line line(Run run) {
        boolean isWrong = run.state() == Run.State.UNRECONCILED;
        return new Line(run.source(), "/admin/sources", isWrong ? "does not add up" : "not finished", isWrong);
    }
}
