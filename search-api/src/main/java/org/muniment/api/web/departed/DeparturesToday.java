package org.muniment.api.web.departed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureStep;
import org.springframework.stereotype.Component;

/** Those who left and whose checklist is not done. */
@Component
final class DeparturesToday implements TodaySection {
    private final Archive archive;

    DeparturesToday(Archive archive) {
        this.archive = archive;
    }

    @Override
    public int place() {
        return 25;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.isAny(Role.CLERK, Role.RECORDS_OFFICER)) {
            return Optional.empty();
        }
        List<Line> lines = archive.people().departures().all().stream()
                .flatMap(one -> one.next().map(next -> line(one, next, who)).stream())
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of("Departed", "/departed", "Nobody's checklist is open.", lines));
    }

    private Line line(Departure departure, DepartureStep next, Who who) {
        return new Line(
                DepartureView.of(archive, departure).name() + ": " + next.words(),
                "/departed/" + departure.id(),
                next == DepartureStep.SECOND_APPROVAL ? secondPerson(departure, who) : null,
                false);
    }

    private static String secondPerson(Departure departure, Who who) {
        boolean isFirst = departure
                .tookBy(DepartureStep.FIRST_APPROVAL)
                .filter(one -> one.isSamePersonAs(who.officer()))
                .isPresent();
        return isFirst ? "waits for another person" : "second person";
    }
}
