package org.muniment.api.web.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.request.DaysLeft;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestStep;
import org.springframework.stereotype.Component;

/** Open requests by the days that are left, on the first page. */
@Component
final class RequestsToday implements TodaySection {
    private final Archive archive;

    RequestsToday(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.isAny(Role.CLERK, Role.LEGAL)) {
            return Optional.empty();
        }
        Map<RequestId, List<RequestStep>> steps = archive.requestSteps().all();
        LocalDate today = archive.requests().day(now);
        List<Line> lines = archive.requests().list().stream()
                .filter(RecordsRequest::isOpen)
                .map(request -> RequestLine.of(request, steps.getOrDefault(request.id(), List.of()), today))
                .sorted(Comparator.comparing(RequestLine::left, DaysLeft.FIRST_DUE))
                .map(RequestsToday::line)
                .toList();
        return Optional.of(Card.of("Requests", "/requests", "No request is open.", lines));
    }

    private static Line line(RequestLine line) {
        String id = line.request().id().value();
        return new Line(
                id + ", " + line.words(),
                "/requests/" + id,
                line.left().words(),
                line.left().isUrgent());
    }

    @Override
    public int place() {
        return 10;
    }
}
