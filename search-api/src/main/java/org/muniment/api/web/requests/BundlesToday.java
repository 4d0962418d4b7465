package org.muniment.api.web.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.api.web.TodaySection;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.production.Production;
import org.muniment.archive.request.RecordsRequest;
import org.springframework.stereotype.Component;

/** Bundles that wait for a second person, and those that may go out. */
@Component
final class BundlesToday implements TodaySection {
    private final Archive archive;

    BundlesToday(Archive archive) {
        this.archive = archive;
    }

    @Override
    public int place() {
        return 15;
    }

    @Override
    public Optional<Card> of(Who who, Instant now) {
        if (!who.isAny(Role.CLERK, Role.LEGAL)) {
            return Optional.empty();
        }
        List<Line> lines = archive.requests().list().stream()
                .filter(RecordsRequest::isOpen)
                .flatMap(request -> RequestPage.productions(archive, request.id()).stream()
                        .flatMap(made -> line(made, request, who).stream()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of("What is handed out", "/requests", "No bundle waits.", lines));
    }

    private static Optional<Line> line(Production made, RecordsRequest request, Who who) {
        String words = made.id() + " of " + request.id();
        String path = "/requests/" + request.id() + "#bundle";
        return switch (made.stage()) {
            case Production.Stage.Built built ->
                Optional.of(new Line(
                        words + " is to be looked at",
                        path,
                        made.order().by().isSamePersonAs(who.officer()) ? "waits for another person" : "second person",
                        false));
            case Production.Stage.Checked checked ->
                who.is(Role.CLERK)
                        ? Optional.of(new Line(words + " is checked", path, "to be released", false))
                        : Optional.empty();
            case Production.Stage.Draft draft -> Optional.empty();
            case Production.Stage.Released released -> Optional.empty();
            case Production.Stage.Abandoned abandoned -> Optional.empty();
        };
    }
}
