package org.muniment.api.web.disposition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.ledger.Officer;
import org.springframework.stereotype.Component;

/** What waits for a second person, or for a decision, about destruction. */
@Component
final class ApprovalsToday implements TodaySection {
    private static final int STOPS = 10;

    private final Archive archive;

    ApprovalsToday(Archive archive) {
        this.archive = archive;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.is(Role.RECORDS_OFFICER)) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        archive.disposal().trips().latest(STOPS).stream()
                .filter(stop -> stop.overriddenBy() == null)
                .map(stop -> new Line(stop.run() + " was stopped", "/disposition#stops", "breaker", true))
                .forEach(lines::add);
        archive.disposal().plans().open().stream()
                .filter(plan -> plan.stage() instanceof Plan.Stage.Proposed && plan.items() > 0)
                .map(plan -> line(plan, who.officer()))
                .forEach(lines::add);
        archive.disposal().offers().waiting().stream()
                .filter(offer -> !offer.by().isSamePersonAs(who.officer()))
                .map(offer -> new Line(
                        "Standing authority signed by " + offer.by(),
                        "/disposition/authorities",
                        "second person",
                        false))
                .forEach(lines::add);
        return Optional.of(Card.of("Approvals", "/disposition", "Nothing waits for approval.", lines));
    }

    private static Line line(Plan plan, Officer officer) {
        boolean isOwn = plan.request().by().isSamePersonAs(officer);
        return new Line(
                "Plan " + plan.id() + ", " + plan.items() + (plan.items() == 1 ? " item" : " items"),
                "/disposition/plans/" + plan.id(),
                isOwn ? "waits for another person" : "second person",
                false);
    }
}
